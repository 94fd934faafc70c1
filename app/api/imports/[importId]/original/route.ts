import { notFoundAnswer } from '@/lib/server/http'
import { readOriginal } from '@/lib/server/imported-articles'
import { currentViewer } from '@/lib/server/session'

/** Never as a page: what came from elsewhere must not run here. */
export async function GET(_: Request, { params }: { params: Promise<{ importId: string }> }) {
  const original = await readOriginal(await currentViewer(), (await params).importId)
  if (!original) return notFoundAnswer()
  return new Response(original.bytes, {
    headers: {
      'content-type': original.text ? 'text/plain' : 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(original.name).replace(/['()*]/g, percent)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}

/** What a file name must not hold in a header (RFC 8187), though an address may. */
const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
