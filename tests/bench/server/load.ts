import { Agent, request } from 'node:http'

export type Rate = { perSecond: number; median: number; slowest: number; bytes: number }

/** What is asked, how, and where: the path and, for what is written, the body of the request with this number. */
export type Target = {
  address: string
  method: 'GET' | 'POST'
  path: (at: number) => string
  headers?: Record<string, string>
  body?: (at: number) => string
}

const rounds = 4
const longest = 750
const most = 5_000

/**
 * Asks each of some targets over a number of kept connections, every one with one request under way. They take turns,
 * four times for three quarters of a second or 5,000 answers, so that what else the machine does falls on all alike;
 * the first turn only warms up. @throws Error at the first answer that is not a good one
 */
export async function load(targets: readonly Target[], connections: number): Promise<Rate[]> {
  const sums = targets.map(() => ({ times: [] as number[], seconds: 0, bytes: 0 }))
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, target] of targets.entries()) {
      const turn = await once(target, connections)
      if (round === 0) continue
      const sum = sums[at]!
      sum.times.push(...turn.times)
      sum.seconds += turn.seconds
      sum.bytes += turn.bytes
    }
  }
  return sums.map(({ times, seconds, bytes }) => {
    const sorted = times.sort((a, b) => a - b)
    const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
    return { perSecond: sorted.length / seconds, median: share(0.5), slowest: share(0.99), bytes: bytes / sorted.length }
  })
}

async function once(target: Target, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let [asked, bytes] = [0, 0]
  const began = performance.now()
  const worker = async () => {
    while (performance.now() < began + longest && asked < most) {
      const since = performance.now()
      asked += 1
      const length = await ask(target, asked, agent)
      bytes += length
      times.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  return { times, bytes, seconds: (performance.now() - began) / 1000 }
}

function ask({ address, method, path, headers, body }: Target, at: number, agent: Agent): Promise<number> {
  const url = new URL(path(at), address)
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers }, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => (bytes += part.length))
      const good = response.statusCode === 200 || response.statusCode === 201
      response.on('end', () => (good ? resolve(bytes) : reject(new Error(`${method} ${url.href}: ${response.statusCode}`))))
    })
    sent.on('error', reject)
    sent.end(body?.(at))
  })
}
