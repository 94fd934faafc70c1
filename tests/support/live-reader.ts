import { parseLiveEvent, type LiveEvent } from '@/lib/domain/parse-live-event'

export type Received = LiveEvent & { id: string }
export type LiveReader = ReturnType<typeof readLive>

/**
 * Reads a stream of live events as a browser would. `until` waits for what is looked for among everything received so
 * far; `state.lastId` is what a browser would send as Last-Event-ID.
 */
export function readLive(body: ReadableStream<Uint8Array>) {
  const events: Received[] = []
  const comments: string[] = []
  const watchers = new Set<() => void>()
  const state = { lastId: '', ended: false, retry: 0 }
  const reader = body.getReader()

  const take = (block: string) => {
    const fields = new Map<string, string>()
    for (const line of block.split('\n')) {
      const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
      if (name === '') comments.push(value)
      else fields.set(name, value)
    }
    state.lastId = fields.get('id') ?? state.lastId
    state.retry = Number(fields.get('retry') ?? state.retry)
    const data = fields.get('data')
    if (data === undefined) return
    const event = parseLiveEvent(fields.get('event') ?? 'message', data)
    if (!event) throw new Error(`Not an event of ours: ${block}`)
    events.push({ ...event, id: fields.get('id') ?? '' })
  }
  const pump = async () => {
    const decoder = new TextDecoder()
    let text = ''
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      text += decoder.decode(step.value, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      blocks.forEach(take)
      watchers.forEach((look) => look())
    }
  }
  const done = pump()
    .catch(() => undefined)
    .then(() => {
      state.ended = true
      watchers.forEach((look) => look())
    })

  const until = (found: () => boolean, what: string, patience = 8000) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!found()) return
        watchers.delete(look)
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        watchers.delete(look)
        reject(new Error(`Waited in vain for ${what}; received ${JSON.stringify(events.map(({ name, data }) => [name, data]))}`))
      }, patience)
      watchers.add(look)
      look()
    })

  return {
    events,
    comments,
    state,
    /** The annotation events, as name, annotation id and version. */
    told: () => events.flatMap((event) => ('version' in (event.data ?? {}) ? [summary(event)] : [])),
    count: (name: string) => events.filter((event) => event.name === name).length,
    open: () => until(() => state.lastId !== '', 'the opening'),
    annotation: (id: string, version = 1) =>
      until(() => events.some(({ data }) => data && 'version' in data && data.id === id && data.version >= version), `${id} in version ${version}`),
    readers: (count: number) =>
      until(() => events.filter((event) => event.name === 'presence').at(-1)?.data?.readers === count, `${count} readers`),
    named: (name: string) => until(() => events.some((event) => event.name === name), name),
    until,
    end: () => until(() => state.ended, 'the end'),
    leave: async () => {
      await reader.cancel()
      await done
    },
  }
}

function summary({ name, data }: Received): string {
  return data && 'version' in data ? `${name} ${data.id} ${data.version}` : name
}
