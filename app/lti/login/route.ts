import { answerLogin } from '@/lib/server/lti/launch-door'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => answerLogin(request)
export const POST = (request: Request) => answerLogin(request)
