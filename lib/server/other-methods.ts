import 'server-only'
import { apiDoor } from './api-door'
import { problemAnswer } from './http'

/**
 * What a door answers to the methods that it does not have: 405 with those that it has, as RFC 9110 (section 15.5.6)
 * wants; and to OPTIONS, which only asks for them.
 */
export function otherMethods(allow: string) {
  const headers = { allow }
  return {
    options: (request: Request) => apiDoor(request, () => new Response(null, { status: 204, headers })),
    refuseMethod: (request: Request) =>
      apiDoor(request, () => problemAnswer({ title: `This address has only ${allow}.`, status: 405 }, headers)),
  }
}
