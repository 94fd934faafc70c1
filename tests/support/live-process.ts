import { createHub } from '@/lib/server/live-hub'
import { follow } from './live-layer'

// A second process on the same database: follows the layer named by the first argument and prints a line an event.
const hub = createHub({ address: process.env.DATABASE_URL ?? '' })
const live = await follow(hub, process.argv[2] ?? '')
console.log('open')
let printed = 0
await live.until(() => {
  for (const { name, data } of live.events.slice(printed)) console.log(JSON.stringify([name, data]))
  printed = live.events.length
  return live.state.ended
}, 'the end', 60_000)
