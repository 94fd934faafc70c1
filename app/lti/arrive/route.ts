import { answerArrival } from '@/lib/server/lti/launch-door'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => answerArrival(request)
