import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { encodeIn } from './encode-in'

/** A news page whose paragraphs are `words`, in any charset that a label names. */
export const newsPage = (words: string, { lang = 'en', title = 'The harbour is closed', head = '' } = {}) => `<!doctype html>
<html lang="${lang}"><head><title>${title} | Harbour News</title><meta property="og:site_name" content="Harbour News">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2026-03-04T23:30:00+08:00">${head}
<link rel="canonical" href="/story"></head><body><nav><a href="/">Home</a> <a href="/x">Sport</a></nav>
<article><h1>${title}</h1>${`<p>${words}</p>`.repeat(6)}<p><a href="/more">Read more of it</a>, said the harbour master, who did not want to be named.</p></article>
<footer>© Harbour News</footer></body></html>`

type Answer = (response: ServerResponse, request: IncomingMessage) => void
const words = 'The harbour was closed on Tuesday, said the harbour master, because the wind had become too strong for ships.'
const html = (body: string | Buffer, headers: Record<string, string> = {}): Answer => (response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}
const to = (location: string, status = 302): Answer => (response) => void response.writeHead(status, { location }).end()
const page = newsPage(words)

/** A Chinese page in an encoding of its time, with that label and that header. */
const old = (encoding: 'gbk' | 'big5', head: string, header: string) => {
  const [lang, text] = encoding === 'gbk' ? (['zh-CN', gbkText] as const) : (['zh-TW', big5Text] as const)
  const source = newsPage(text, { lang, title: text.slice(0, 8), head }).replace('©', '')
  return html(encodeIn(encoding, source), { 'content-type': header })
}
export const gbkText = '港口因为风势过强而在星期二关闭，这是一个没有人知道的消息。'
export const big5Text = '港口因為風勢過強而在星期二關閉，這是一個沒有人知道的消息。'

const answers: Record<string, Answer> = {
  '/story': html(page),
  '/gzip': html(gzipSync(page), { 'content-encoding': 'gzip' }),
  '/brotli': html(brotliCompressSync(page), { 'content-encoding': 'br' }),
  '/deflate': html(deflateSync(page), { 'content-encoding': 'deflate' }),
  '/raw-deflate': html(deflateRawSync(page), { 'content-encoding': 'deflate' }),
  '/packed-twice': html(gzipSync(gzipSync(page)), { 'content-encoding': 'gzip, gzip' }),
  '/unknown-packing': html(page, { 'content-encoding': 'zstd' }),
  '/broken-packing': html('no gzip at all', { 'content-encoding': 'gzip' }),
  '/bomb': html(gzipSync(Buffer.alloc(50_000_000, 32)), { 'content-encoding': 'gzip' }),
  '/bomb-in-bomb': html(gzipSync(gzipSync(Buffer.alloc(50_000_000, 32))), { 'content-encoding': 'gzip, gzip' }),
  '/gbk-header': old('gbk', '', 'text/html; charset=gb2312'),
  '/gbk-meta': old('gbk', '<meta charset="gbk">', 'text/html'),
  '/gbk-wrong-header': old('gbk', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'text/html; charset=utf-8'),
  '/gbk-latin-header': old('gbk', '', 'text/html; charset=iso-8859-1'),
  '/gbk-unlabelled': old('gbk', '', 'text/html'),
  '/gbk-nonsense-label': old('gbk', '', 'text/html; charset=klingon'),
  '/big5-header': old('big5', '', 'text/html; charset=Big5'),
  '/big5-meta': old('big5', '<meta charset=big5>', 'text/html'),
  '/big5-wrong-meta': old('big5', '<meta charset="utf-8">', 'text/html; charset=big5'),
  '/big5-unlabelled': old('big5', '', 'text/html'),
  '/utf8-called-latin': html(newsPage('Ein schöner Tag für alle, sagte er, und dann war es für die Fähre schon zu spät an diesem Tag.', { lang: 'de' }), { 'content-type': 'text/html; charset=iso-8859-1' }),
  '/utf16': html(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page, 'utf16le')]), { 'content-type': 'text/html' }),
  '/empty': html(''),
  '/shell': html('<!doctype html><html><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>'),
  '/plain': html(`${words}\n\n${words}`, { 'content-type': 'text/plain' }),
  '/picture': html(Buffer.from('89504e470d0a1a0a', 'hex'), { 'content-type': 'image/png' }),
  '/picture-called-html': html(Buffer.from('89504e470d0a1a0a', 'hex')),
  '/json': html('{}', { 'content-type': 'application/json' }),
  '/missing': (response) => void response.writeHead(404, { 'content-type': 'text/html' }).end(page),
  '/broken': (response) => void response.writeHead(500).end(page),
  '/nothing': (response) => void response.writeHead(204).end(),
  '/silent': () => {},
  '/slow': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const drip = setInterval(() => response.write('<p>'), 100)
    response.on('close', () => clearInterval(drip))
  },
  // Comes in three pieces, a second apart, and tries to run scripts where it is read.
  '/pieces': (response) => {
    const attack = '<script>window.attacked = 1</script><img src="x" onerror="window.attacked = 1"><a href="javascript:window.attacked = 1">Trap</a>'
    const whole = page.replace('<article>', `<article>${attack}`)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write(`${whole.slice(0, 300)}<!--${'x'.repeat(30_000)}-->`)
    setTimeout(() => response.write(whole.slice(300, 600)), 1_000)
    setTimeout(() => response.end(whole.slice(600)), 2_000)
  },
  '/endless': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const pour = () => {
      while (response.write(Buffer.alloc(65_536, 97)));
      response.once('drain', pour)
    }
    pour()
  },
  '/says-huge': (response) => void response.writeHead(200, { 'content-type': 'text/html', 'content-length': '900000000000' }).write(page),
  '/says-more': (response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(Buffer.byteLength(page) + 100) }).write(page, () => response.socket?.destroy())
  },
  '/says-less': (response) => void response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 20\r\n\r\n${page}`),
  '/no-http': (response) => void response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n'),
  '/hangs-up': (response) => void response.socket?.destroy(),
  '/once': to('/story'),
  '/permanently': to('/once', 308),
  '/loop': to('/loop'),
  '/far': to('/far1'),
  ...Object.fromEntries([1, 2, 3, 4].map((hop) => [`/far${hop}`, to(hop === 4 ? '/story' : `/far${hop + 1}`)])),
  '/inward': to('http://127.0.0.1:1/'),
  '/inward-by-name': to('http://inside.example/'),
  '/to-metadata': to('http://169.254.169.254/latest/meta-data/'),
  '/to-file': to('file:///etc/passwd'),
  '/to-mapped': to('http://[::ffff:127.0.0.1]/'),
  '/nowhere': to('http://['),
}

/** A web server on this machine that does all that servers should not, on the port `at` or a free one. @returns `host:port`, what was asked of it, and `stop` */
export async function startMisbehavingServer(at = 0) {
  const asked: IncomingMessage[] = []
  const more: Record<string, Answer> = {}
  const server = createServer((request, response) => {
    asked.push(request)
    const answer = more[request.url ?? ''] ?? answers[request.url ?? '']
    if (answer) answer(response, request)
    else response.writeHead(404).end()
  })
  await new Promise<void>((go) => server.listen(at, '127.0.0.1', go))
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    at: (path: string) => `http://127.0.0.1:${port}${path}`,
    asked,
    serve: (path: string, body: string | Buffer, type: string) => void (more[path] = html(body, { 'content-type': type })),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((go) => server.close(go))
    },
  }
}
