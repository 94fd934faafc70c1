import { disconnect } from '@/lib/server/db'
import { closeQueue } from '@/lib/server/jobs/queue'
import { report } from '../report'
import { attacks } from './attacks'
import { member, postArticle } from './visitors'
import { watchSite, type Harm } from './watch'

/**
 * What each attack does to everybody else: the longest wait for an answer that asks nothing, and the memory of the process
 * that answers. `npm run bench -- hostile [--only=words of a name]`; the site's address comes by BENCH_URL, its process by
 * BENCH_PID, its database by DATABASE_URL.
 */
const only = process.argv.slice(2).find((one) => one.startsWith('--only='))?.slice('--only='.length) ?? ''
const site = process.env.BENCH_URL ?? ''
const watched = watchSite(site, Number(process.env.BENCH_PID))
const rows: (string | number)[][] = []
const row = (name: string, { longest, before, highest, after, children }: Harm, answer: string) => {
  rows.push([name, Math.round(longest), `${before} / ${highest} / ${after}`, children, answer])
  console.log(rows.at(-1)!.join(' | '))
}

// What a door loads when it is first used is no harm that an attack does.
const honest = await member('Honest')
const { slug, layers } = await postArticle(site, honest, '<p>Some words.</p>', 'html')
const doors = ['/sign-in', '/sign-up', '/forgot-password', `/articles/${slug}/summary`, `/articles/${slug}/revisions`, `/api/v1/layers/${layers?.[0]?.id}/summary`]
for (const door of doors) await (await fetch(`${site}${door}`)).text()
row('nothing', await watched(async () => undefined), '')
for (const { name, begin } of attacks.filter((attack) => attack.name.includes(only))) {
  const attack = await begin(site)
  let answer = ''
  const harm = await watched(async () => {
    answer = await attack().catch((error: unknown) => `failed: ${String(error)}`)
  })
  row(name, harm, answer)
}
report('hostile', [
  {
    heading: 'Attacks, while another asks for /api/health/live',
    columns: ['attack', 'longest without an answer, ms', 'memory of the web process before / highest / 12 s after, MB', 'of its children after, MB', 'answers'],
    rows,
  },
])
await closeQueue()
await disconnect()
process.exit()
