import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readExported } from '@/lib/server/annotation-export'
import { listAnnotations } from '@/lib/server/annotation-list'
import { createAnnotation } from '@/lib/server/annotations'
import { pool } from '@/lib/server/db'
import { createBare, readBare, type Known } from './bare'

/**
 * A bare `node:http` server with doors to the same rows over the same pool: through our code (`/ours`, `/exported`) and by
 * plain SQL (`/bare`, `/told`). It runs as a process of its own and prints its port. Which layers there are comes as the first argument;
 * a request names one by its number: `GET /ours/3` reads it, `POST /ours/3` adds an annotation to it.
 */
const layers = JSON.parse(process.argv[2] ?? '[]') as Known[]

const doors: Record<string, (known: Known) => Promise<unknown>> = {
  'GET ours': ({ layerId }) => listAnnotations({ kind: 'signed-out' }, layerId),
  'GET exported': ({ layerId }) => readExported({ kind: 'signed-out' }, layerId),
  'GET bare': (known) => readBare(pool, known),
  'POST ours': async ({ layerId, authorId, quote }) => {
    const made = await createAnnotation({ kind: 'user', id: authorId, name: 'Bench', role: 'member' }, {
      id: randomUUID(), layerId, revision: 1, target: { start: 0, end: [...quote].length }, quote,
      labels: [{ dimension: 'framing', label: 'loaded-language' }], note: null, evidence: [], confidence: null, sourceName: null,
    })
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    return made.value
  },
  'POST bare': (known) => createBare(pool, known),
  'POST told': (known) => createBare(pool, known, 'told'),
}

const server = createServer((request, response) => {
  const [, name = '', number = ''] = (request.url ?? '').split('/')
  const [door, known] = [doors[`${request.method} ${name}`], layers[Number(number)]]
  if (!door || !known) return void response.writeHead(404).end()
  door(known).then(
    (value) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
