import { answerReturn } from '@/lib/server/lti/return-door'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => answerReturn(request)
