import { answerOpeningState } from '@/lib/server/lti/opening-door'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => answerOpeningState(request)
