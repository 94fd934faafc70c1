// Loaded into the web server before the framework (`web.mjs`): says at its door whom each request comes from.
import http from 'node:http'

/** For the server's own start (instrumentation.ts): without this door anybody could invent an address. */
globalThis.glossClientDoor = true

const stamped = new WeakSet()
const emit = http.Server.prototype.emit

http.Server.prototype.emit = function (event, ...args) {
  const [request] = args
  if (request instanceof http.IncomingMessage && !stamped.has(request)) stamp(request)
  return emit.call(this, event, ...args)
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
