import 'server-only'
import { publicKeys } from './keys'

/** Answers `/lti/keys`: the key set with which platforms verify what this site signs. Open to everybody, kept for an hour. */
export async function answerKeys(): Promise<Response> {
  return new Response(JSON.stringify(await publicKeys()), {
    headers: {
      'content-type': 'application/jwk-set+json',
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}
