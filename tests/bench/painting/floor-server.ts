import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import { findLabel } from '@/lib/domain/codebook/registry'
import { renderHtml } from '@/lib/domain/text/html'
import { documentOf } from '../bulk-article'
import type { Flag } from '../scatter'

/** A page of the floor: a text and the flags to be painted over it. */
export type FloorPage = { blocks: readonly string[]; flags: readonly Flag[] }

/**
 * The least that could be done: the same text with the same styles as a static page, the same ranges handed raw to the
 * highlight API by twelve lines of script, no list, no reading, nothing else. Pages by their number, `/0`, `/1` ...
 */
export async function serveFloor(pages: readonly FloorPage[], styles: string) {
  const answers = new Map([['/styles.css', answer('text/css', styles)]])
  for (const [at, page] of pages.entries()) answers.set(`/${at}`, answer('text/html; charset=utf-8', documentWith(page)))
  const server = createServer((request, response) => {
    const found = answers.get(request.url ?? '')
    response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain', 'content-encoding': 'gzip' })
    response.end(found?.body ?? gzipSync(''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

const answer = (type: string, text: string) => ({ type, body: gzipSync(text) })

function documentWith({ blocks, flags }: FloorPage): string {
  const names: string[] = []
  const ranges = flags.flatMap(({ block, from, to, labels }) => {
    const marks = new Set(labels.flatMap((ref) => findLabel(readingCodebook, ref)?.mark ?? []))
    return [...marks].map((mark) => {
      const name = `gloss-${mark}-1`
      if (!names.includes(name)) names.push(name)
      return [block, from, to, names.indexOf(name)]
    })
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Floor</title><link rel="stylesheet" href="/styles.css">
<main class="reader"><div></div><div class="reader-column"><article class="article-text" lang="en">${renderHtml(documentOf(blocks))}</article></div></main>
<script type="application/json" id="ranges">${JSON.stringify({ names, ranges })}</script>
<script>
const { names, ranges } = JSON.parse(document.getElementById('ranges').textContent)
const nodes = Array.from(document.querySelectorAll('[data-block]'), (block) => block.firstChild)
const highlights = names.map(() => new Highlight())
for (const [block, startOffset, endOffset, name] of ranges) {
  const node = nodes[block]
  highlights[name].add(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }))
}
names.forEach((name, at) => CSS.highlights.set(name, highlights[at]))
</script></html>`
}
