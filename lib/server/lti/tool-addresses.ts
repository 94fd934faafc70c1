import 'server-only'
import { hostOf } from '@/lib/domain/lti/registration'
import { siteAddress } from '../site-address'

/** What a platform must be told of this site, where somebody enters it by hand. */
export function toolAddresses(): Record<'login' | 'launch' | 'keys' | 'domain', string> {
  const site = siteAddress()
  return { login: `${site}/lti/login`, launch: `${site}/lti/launch`, keys: `${site}/lti/keys`, domain: hostOf(site) }
}
