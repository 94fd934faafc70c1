import { apiDoor } from '@/lib/server/api-door'
import { notFoundAnswer } from '@/lib/server/http'

/** Addresses that the API does not have: said in its own form, not as a page for people. */
const nowhere = (request: Request) => apiDoor(request, notFoundAnswer)

export { nowhere as GET, nowhere as HEAD, nowhere as POST, nowhere as PUT, nowhere as PATCH, nowhere as DELETE, nowhere as OPTIONS }
