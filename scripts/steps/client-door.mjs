// Loaded into the web server before the framework (`web.mjs`): says at its door whom each request comes from, and refuses
// what the framework would fail at.
import http from 'node:http'

/** For the server's own start (instrumentation.ts): without this door anybody could invent an address. */
globalThis.glossClientDoor = true

const stamped = new WeakSet()
const emit = http.Server.prototype.emit

http.Server.prototype.emit = function (event, ...args) {
  const [request] = args
  if (request instanceof http.IncomingMessage && !stamped.has(request)) {
    stamp(request)
    const refusal = event === 'request' && refusalOf(request)
    if (refusal) return refuse(args[1], refusal)
  }
  return emit.call(this, event, ...args)
}

/** An address that cannot be decoded, and the method that only gives back what it was told (RFC 9110, section 9.3.8). */
function refusalOf({ method, url }) {
  if (method === 'TRACE') return [405, 'This site does not answer TRACE.']
  try {
    decodeURIComponent(url.split('?', 1)[0])
    return null
  } catch {
    return [400, 'This address cannot be read: a % in it must be followed by two hexadecimal digits, in UTF-8. Check how the link was copied.']
  }
}

function refuse(response, [status, title]) {
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    ...(status === 405 && { allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' }),
  })
  response.end(JSON.stringify({ type: 'about:blank', title, status }))
  return true
}

/**
 * The last entry of `X-Forwarded-For` is always the address of the socket: the only one where no proxy is trusted, else
 * after what the proxies say.
 */
function stamp(request) {
  stamped.add(request)
  const socket = request.socket.remoteAddress ?? 'unknown'
  const told = Number(process.env.TRUST_PROXY) > 0 ? request.headers['x-forwarded-for'] : undefined
  request.headers['x-forwarded-for'] = told ? `${told}, ${socket}` : socket
}
