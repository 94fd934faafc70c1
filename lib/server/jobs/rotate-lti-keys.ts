import 'server-only'
import { rotateKeys } from '../lti/keys'

/** Looks whether the keys with which learning platforms know this site need to be renewed. */
export async function rotateLtiKeys(): Promise<void> {
  await rotateKeys()
}
