import { answerLaunch, answerNoLaunch } from '@/lib/server/lti/launch-door'

export const dynamic = 'force-dynamic'

export const GET = () => answerNoLaunch()
export const POST = (request: Request) => answerLaunch(request)
