import { disconnect } from '@/lib/server/db'
import { signingKey } from '@/lib/server/lti/keys'

// A second process on the same database that wants to sign something: prints the name of its key.
const { kid } = await signingKey()
process.stdout.write(kid)
await disconnect()
