import { answerCodebook } from '@/lib/server/codebook-door'

type Context = { params: Promise<{ slug: string; version: string }> }

export const GET = async (request: Request, { params }: Context) => answerCodebook(request, await params)
