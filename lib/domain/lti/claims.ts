const lti = 'https://purl.imsglobal.org/spec/lti/claim/'
const deepLinkingClaim = 'https://purl.imsglobal.org/spec/lti-dl/claim/'

/** The claims of LTI 1.3 (core 5.3), Assignment and Grade Services 2.0, Names and Roles 2.0 and Deep Linking 2.0, by our names. */
export const claims = {
  version: `${lti}version`,
  message: `${lti}message_type`,
  deployment: `${lti}deployment_id`,
  target: `${lti}target_link_uri`,
  resourceLink: `${lti}resource_link`,
  roles: `${lti}roles`,
  context: `${lti}context`,
  presentation: `${lti}launch_presentation`,
  custom: `${lti}custom`,
  lineItems: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  memberships: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  deepLinking: `${deepLinkingClaim}deep_linking_settings`,
  contentItems: `${deepLinkingClaim}content_items`,
  data: `${deepLinkingClaim}data`,
} as const

/** The version of all messages here. */
export const ltiVersion = '1.3.0'

/** A claim as people of the trade call it: `…/claim/roles` is `roles`, `sub` is itself. */
export const claimName = (claim: string): string => claim.slice(claim.lastIndexOf('/') + 1)
