import { notFoundAnswer } from '@/lib/server/http'
import { readImport } from '@/lib/server/imports'
import { currentViewer } from '@/lib/server/session'

export async function GET(_: Request, { params }: { params: Promise<{ importId: string }> }) {
  const view = await readImport(await currentViewer(), (await params).importId)
  return view ? Response.json(view, { headers: { 'cache-control': 'no-store' } }) : notFoundAnswer()
}
