import 'server-only'
import { readOpening } from './opening'

/** Answers `/lti/open/state?ticket=`: whether something was chosen by now. The page in the frame asks it every few seconds. */
export async function answerOpeningState(request: Request): Promise<Response> {
  const opening = await readOpening(new URL(request.url).searchParams.get('ticket'))
  const headers = { 'cache-control': 'no-store' }
  return opening ? Response.json({ chosen: opening.chosen }, { headers }) : Response.json({ chosen: false }, { status: 404, headers })
}
