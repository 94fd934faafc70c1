import net from 'node:net'
import { Fault } from './command.mjs'

/** Whether a program could listen on a port of 127.0.0.1. */
function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The first free port of 127.0.0.1 from `first` on. */
export async function freePort(first) {
  for (let port = first; port < first + 500; port += 1) if (await isFree(port)) return port
  throw new Fault(`No port from ${first} to ${first + 499} is free: stop a program that uses one and run the command again.`)
}

/** The port the web server is to use, PORT or 3000, checked. @throws Fault where it is taken or no port at all */
export async function webPort(name, host) {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Fault(`PORT is "${process.env.PORT}", which is no port: set it to a number such as 3000.`)
  }
  if ((await isFree(port, '127.0.0.1')) && (await isFree(port, host))) return port
  throw new Fault(`Port ${port} is taken or not allowed: stop the program that uses it, or choose another as in \`PORT=${port + 1} npm run ${name}\`.`)
}
