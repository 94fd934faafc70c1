import { answerLabel } from '@/lib/server/codebook-door'

type Context = { params: Promise<{ slug: string; version: string; dimension: string; label: string }> }

export const GET = async (request: Request, { params }: Context) => answerLabel(request, await params)
