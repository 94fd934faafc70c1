import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

export type ReceivedMail = { to: string; subject: string; text: string }

/** A mail server that takes every letter and keeps it, with as much of SMTP (RFC 5321) as a client needs. */
export async function startMailServer() {
  const letters: ReceivedMail[] = []
  const server = createServer((socket) => {
    let to = ''
    let data: string | null = null
    let rest = ''
    socket.write('220 here\r\n')
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        take(rest.slice(0, end))
        rest = rest.slice(end + 2)
      }
    })
    function take(line: string) {
      if (data !== null && line !== '.') return void (data += `${line.replace(/^\.\./, '.')}\r\n`)
      if (data !== null) {
        letters.push(read(to, data))
        data = null
        return void socket.write('250 kept\r\n')
      }
      const recipient = /^RCPT TO:<(.*)>/i.exec(line)?.[1]
      if (recipient) to = recipient
      if (/^DATA/i.test(line)) {
        data = ''
        return void socket.write('354 go on\r\n')
      }
      if (/^QUIT/i.test(line)) return void socket.end('221 bye\r\n')
      socket.write(/^EHLO/i.test(line) ? '250-here\r\n250 SMTPUTF8\r\n' : '250 fine\r\n')
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, letters, stop: () => server.close() }
}

function read(to: string, source: string): ReceivedMail {
  const split = source.indexOf('\r\n\r\n')
  const head = source.slice(0, split).replace(/\r\n[ \t]+/g, ' ')
  const body = source.slice(split + 4)
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
  const encoding = header('Content-Transfer-Encoding').toLowerCase()
  const text =
    encoding === 'base64' ? Buffer.from(body, 'base64').toString() : encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body
  const word = /=\?utf-8\?([bq])\?([^?]*)\?=\s*/gi
  const subject = header('Subject').replace(word, (_, kind: string, coded: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(coded, 'base64').toString() : quoted(coded.replace(/_/g, ' ')),
  )
  return { to, subject, text: text.replace(/\r\n/g, '\n').trim() }
}

const quoted = (text: string) =>
  Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))), 'latin1').toString()
