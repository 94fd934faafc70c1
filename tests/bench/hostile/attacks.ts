import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import { labelRefsOf } from '@/lib/domain/codebook/registry'
import { importFile, readImport } from '@/lib/server/imports'
import { madeDocx } from '../../support/made-docx'
import { chance } from '../anchoring/random'
import { bulkArticle, bulkReaders } from '../bulk-article'
import type { Flag } from '../scatter'
import { member, postArticle, sendForm } from './visitors'

/** An attack on the site at an address: what happened, in some words. What it needs is there before it begins. */
export type Attack = { name: string; begin: (site: string) => Promise<() => Promise<string>> }

const random = chance(11)
const marks = '\u0301\u0323'.repeat(100_000)
const ligatures = '\ufdfa'.repeat(1_900_000)
const word = () => Array.from({ length: 3 + random.below(6) }, () => String.fromCharCode(97 + random.below(26))).join('')
const words = (length: number) => {
  let text = ''
  while (text.length < length) text += word() + (random.happens(0.02) ? '\n\n' : ' ')
  return text.slice(0, length)
}
/** Elements opened anew in each paragraph; different attributes, since alike ones are forgotten after three. */
const tangled = (length: number) => {
  const open = Array.from({ length: 480 }, (_, at) => `<b id=${at}>`).join('')
  return open + '<p>'.repeat((length - open.length) / 3)
}
const told = async (answer: Promise<Response>) => {
  const { status, body } = await answer
  await body?.pipeTo(new WritableStream())
  return String(status)
}

const form = (name: string, path: string, fields: Record<string, string>): Attack => ({
  name, begin: async (site) => async () => String(await sendForm(`${site}${path}`, fields)),
})

/** A layer whose readers have so many flags of so many labels each, and two ways to its summary for a stranger. */
const summary = (name: string, readers: number, flags: number, labels: number): Attack => ({
  name,
  begin: async (site) => {
    const blocks = Array.from({ length: 200 }, () => words(300).replace(/\n/g, ' ').trim())
    const all = labelRefsOf(readingCodebook)
    const length = [...blocks.join('\n')].length
    const made: Flag[] = Array.from({ length: readers * flags }, (_, at) => {
      const start = random.below(length - 40)
      const some = new Set(Array.from({ length: labels * 3 }, () => random.below(all.length)))
      return { id: randomUUID(), reader: at % readers, start, end: start + 30, quote: 'x', prefix: '', suffix: '', labels: [...some].slice(0, labels).map((index) => all[index]!), block: 0, from: 0, to: 0 }
    })
    const { slug, layerId } = await bulkArticle('Hostile', blocks, await bulkReaders(readers), made)
    return async () => {
      const page = Promise.all(Array.from({ length: 5 }, () => told(fetch(`${site}/articles/${slug}/summary`))))
      return [await told(fetch(`${site}/api/v1/layers/${layerId}/summary`)), ...(await page)].join(' ')
    }
  },
})

const comparison = (name: string, length: number): Attack => ({
  name,
  begin: async (site) => {
    const owner = await member('Comparing')
    const article = await postArticle(site, owner, words(length))
    return async () => {
      const body = JSON.stringify({ content: { format: 'text', body: words(length) } })
      const saved = await told(fetch(`${site}/api/v1/articles/${article.id}/revisions`, { method: 'POST', headers: { ...owner.headers, 'if-match': '*' }, body }))
      const page = `${site}/articles/${article.slug}/revisions?from=1&to=2`
      return `${saved}, then ${(await Promise.all([told(fetch(page)), told(fetch(page))])).join(' ')}`
    }
  },
})

const annotation = (slug: string, site: string, value: string) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', target: `${site}/articles/${slug}`,
  body: { type: 'TextualBody', purpose: 'commenting', format: 'text/html', value },
})
const jsonld = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

/** An article by somebody, in whose layer they have notes written. */
async function noting(site: string) {
  const { headers } = await member('Noting')
  const article = await postArticle(site, { id: '', headers }, 'Some words.')
  return { headers, slug: article.slug ?? '', layer: `${site}/api/v1/layers/${article.layers?.[0]?.id}` }
}

/** The attacks of a review of 1 December 2026, in its order. */
export const attacks: Attack[] = [
  form('sign-in, address of 400 kB of combining marks', '/sign-in', { email: `a${marks}@example.org`, password: 'x' }),
  form('sign-up, name of 400 kB of combining marks', '/sign-up', { name: `a${marks}`, email: 'a@example.org', password: 'quiet-lantern-river' }),
  form('sign-up, password of 5.7 MB of U+FDFA', '/sign-up', { name: 'A', email: `${randomUUID()}@example.org`, password: ligatures }),
  form('forgotten password, address of 400 kB', '/forgot-password', { email: `a${marks}@example.org` }),
  {
    name: 'article of 200,000 combining marks, and its title',
    begin: async (site) => {
      const owner = await member('Marking')
      return async () => `${(await postArticle(site, owner, `a${marks}`)).status} ${(await postArticle(site, owner, 'Words.', 'text', `a${marks}`)).status}`
    },
  },
  {
    name: 'article of 1.9 MB of U+FDFA',
    begin: async (site) => {
      const owner = await member('Ligating')
      return async () => String((await postArticle(site, owner, ligatures.slice(0, 630_000))).status)
    },
  },
  summary('summary, ten readers with 1,000 flags of six labels each', 10, 1_000, 6),
  summary('summary, one reader with 5,000 flags of twelve labels', 1, 5_000, 12),
  comparison('comparison of two texts of 100 kB of random words', 100_000),
  comparison('comparison of two texts of 400 kB of random words', 400_000),
  {
    name: 'ten tangled notes, one a second',
    begin: async (site) => {
      const { headers, slug, layer } = await noting(site)
      const body = JSON.stringify(annotation(slug, site, tangled(39_000)))
      return async () => {
        const answers: Promise<string>[] = []
        for (let at = 0; at < 10; at += 1) {
          answers.push(told(fetch(`${layer}/annotations/`, { method: 'POST', headers: { ...headers, 'content-type': jsonld }, body })))
          await pause(1_000)
        }
        return (await Promise.all(answers)).join(' ')
      }
    },
  },
  {
    name: 'import of 1,000 tangled notes',
    begin: async (site) => {
      const { headers, slug, layer } = await noting(site)
      const body = `${JSON.stringify(annotation(slug, site, tangled(39_000)))}\n`.repeat(1_000)
      return () => told(fetch(`${layer}/import`, { method: 'POST', headers: { ...headers, 'content-type': 'application/x-ndjson' }, body }))
    },
  },
  {
    name: 'import of 50,000 notes of honest HTML',
    begin: async (site) => {
      const { headers, slug, layer } = await noting(site)
      const lines = Array.from({ length: 50_000 }, (_, at) => JSON.stringify(annotation(slug, site, `<div>Note <b>${at}</b></div>`)))
      return () => told(fetch(`${layer}/import`, { method: 'POST', headers: { ...headers, 'content-type': 'application/x-ndjson' }, body: lines.join('\n') }))
    },
  },
  {
    name: 'import of 1,000 quotes that are not there',
    begin: async (site) => {
      const { headers } = await member('Quoting')
      const article = await postArticle(site, { id: '', headers }, 'a b a a b '.repeat(40_000))
      const sought = (at: number) => ({ source: `${site}/articles/${article.slug}`, selector: { type: 'TextQuoteSelector', exact: `a b ${at} b a b `.repeat(20) } })
      const lines = Array.from({ length: 1_000 }, (_, at) => JSON.stringify({ ...annotation('', site, 'Note'), target: sought(at) }))
      return () => told(fetch(`${site}/api/v1/layers/${article.layers?.[0]?.id}/import`, { method: 'POST', headers: { ...headers, 'content-type': 'application/x-ndjson' }, body: lines.join('\n') }))
    },
  },
  {
    name: 'article of 660,000 Chinese characters, posted twice',
    begin: async (site) => {
      const owner = await member('Writing')
      const body = Array.from({ length: 6_600 }, () => String.fromCodePoint(...Array.from({ length: 100 }, () => 0x4e00 + random.below(20_000)))).join('\n\n')
      return async () => `${(await postArticle(site, owner, body)).status} ${(await postArticle(site, owner, body)).status}`
    },
  },
  {
    name: 'eight slow articles of one member, while another posts one',
    begin: async (site) => {
      const [one, other] = [await member('Slow'), await member('Other')]
      return async () => {
        const slow = Array.from({ length: 8 }, () => postArticle(site, one, tangled(180_000), 'html').then(({ status }) => status))
        await pause(200)
        const began = performance.now()
        const { status } = await postArticle(site, other, `<p>${'Honest words. '.repeat(3_000)}</p>`, 'html')
        const waited = ((performance.now() - began) / 1000).toFixed(1)
        return `${(await Promise.all(slow)).join(' ')}; the other ${status} after ${waited} s`
      }
    },
  },
  {
    name: 'Word file whose core.xml has 4 MB of titles that never end',
    begin: async () => {
      const { id } = await member('Filing')
      const viewer = { kind: 'user', id, name: 'Filing', role: 'member' } as const
      const file = new File([new Uint8Array(madeDocx('<w:p><w:r><w:t>Words</w:t></w:r></w:p>', { title: '<dc:title '.repeat(400_000) }))], 'a.docx')
      return async () => {
        const made = await importFile(viewer, file)
        if (!made.ok) return JSON.stringify(made.problems)
        for (;;) {
          await pause(500)
          const now = await readImport(viewer, made.value.id)
          if (now?.state === 'ready' || now?.state === 'failed') return now.state
        }
      }
    },
  },
]
