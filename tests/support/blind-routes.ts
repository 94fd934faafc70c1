import { formatsOut } from '@/lib/domain/formats/registry'
import { libraryStates } from '@/lib/server/library'
import type { BlindClass } from './blind-class'

type Params = Record<string, string>
/**
 * Who may have a route at all: everybody, whoever is in the class, those who teach in it, those who run it; or nobody, by asking.
 * `params` says with which addresses it is asked; `query` adds what pages take after the question mark.
 */
export type BlindRow = { for: 'everybody' | 'class' | 'staff' | 'managers' | 'layer'; params?: (of: BlindClass) => Params[]; query?: (of: BlindClass) => Params[] }

/** A page with nothing after the question mark, and with these. */
const plainAnd = (...queries: Params[]): Params[] => [{}, ...queries]

/** Every way to narrow the library, one by one. */
const librarySought: Params[] = [{ q: 'note' }, { language: 'en' }, { limit: '1' }, { cursor: Buffer.from('["2100-01-01T00:00:00.000Z","00000000-0000-4000-8000-000000000000"]').toString('base64url') }, ...libraryStates.map((state) => ({ state }))]

const inClass = ({ classId: id }: BlindClass) => [{ id }]
const onAssignment = ({ id }: BlindClass) => [{ id }]
const onArticle = ({ slug }: BlindClass) => [{ slug }]
const onLayers = ({ layerId, keyLayerId }: BlindClass) => [{ layerId }, { layerId: keyLayerId }]
const works = (of: BlindClass) => Object.values(of.students).map(({ id: userId }) => ({ id: of.id, userId }))
const label = { slug: 'reading', version: '1', dimension: 'sourcing', label: 'unnamed-bare' }

/** Every page and every door for machines, by its file under `app`. A new one has no row, and the test fails until it has. */
export const blindRoutes: Record<string, BlindRow> = {
  'ns/route.ts': { for: 'everybody' },
  'lti/arrive/route.ts': { for: 'everybody' },
  'lti/keys/route.ts': { for: 'everybody' },
  'lti/launch/route.ts': { for: 'everybody' },
  'lti/login/route.ts': { for: 'everybody' },
  'lti/open/state/route.ts': { for: 'everybody' },
  'lti/return/route.ts': { for: 'everybody' },
  '(site)/lti/open/page.tsx': { for: 'everybody' },
  '(site)/lti/continue/page.tsx': { for: 'everybody' },
  '(site)/lti/refused/page.tsx': { for: 'everybody' },
  '(site)/lti/register/page.tsx': { for: 'everybody' },
  '(desk)/settings/platforms/page.tsx': { for: 'everybody' },
  '(desk)/settings/platforms/[id]/page.tsx': { for: 'everybody', params: inClass },
  '(desk)/lti/choose/page.tsx': { for: 'everybody' },
  '(desk)/lti/connect/page.tsx': { for: 'everybody' },
  '(desk)/articles/[slug]/edit/page.tsx': { for: 'everybody', params: onArticle },
  '(desk)/articles/[slug]/remove/page.tsx': { for: 'everybody', params: onArticle },
  '(desk)/articles/[slug]/import/page.tsx': { for: 'everybody', params: onArticle },
  '(desk)/articles/new/page.tsx': { for: 'everybody', query: ({ id }) => plainAnd({ way: 'paste' }, { import: id }) },
  '(desk)/settings/page.tsx': { for: 'everybody' },
  '(desk)/settings/data/route.ts': { for: 'everybody' },
  '(desk)/classes/page.tsx': { for: 'everybody' },
  '(desk)/classes/[id]/page.tsx': { for: 'class', params: inClass },
  '(desk)/classes/[id]/grades.csv/route.ts': { for: 'staff', params: inClass },
  '(desk)/classes/[id]/grades/page.tsx': { for: 'staff', params: inClass },
  '(desk)/classes/[id]/progress/page.tsx': { for: 'staff', params: inClass },
  '(desk)/classes/[id]/settings/page.tsx': { for: 'managers', params: inClass },
  '(desk)/classes/[id]/data/route.ts': { for: 'managers', params: inClass },
  '(desk)/classes/[id]/people/page.tsx': { for: 'staff', params: inClass },
  '(desk)/classes/[id]/people/add/page.tsx': { for: 'managers', params: inClass },
  '(desk)/classes/[id]/people/codes/page.tsx': { for: 'managers', params: inClass },
  '(desk)/classes/[id]/assignments/new/page.tsx': { for: 'managers', params: inClass, query: ({ slug }) => plainAnd({ article: slug }, { q: 'note' }) },
  '(desk)/assignments/[id]/page.tsx': { for: 'class', params: onAssignment },
  '(desk)/assignments/[id]/delete/page.tsx': { for: 'managers', params: onAssignment },
  '(desk)/assignments/[id]/edit/page.tsx': { for: 'managers', params: onAssignment },
  '(desk)/assignments/[id]/key/page.tsx': { for: 'staff', params: onAssignment },
  '(desk)/assignments/[id]/board/page.tsx': { for: 'staff', params: onAssignment, query: () => plainAnd({ sort: 'name' }) },
  '(desk)/assignments/[id]/project/page.tsx': { for: 'staff', params: onAssignment },
  '(desk)/assignments/[id]/results/page.tsx': { for: 'staff', params: onAssignment },
  '(desk)/assignments/[id]/grades/page.tsx': { for: 'staff', params: onAssignment },
  '(desk)/assignments/[id]/grades.csv/route.ts': { for: 'staff', params: onAssignment },
  '(desk)/assignments/[id]/work/[userId]/page.tsx': { for: 'class', params: works },
  '(site)/page.tsx': { for: 'everybody' },
  '(site)/developers/page.tsx': { for: 'everybody' },
  '(site)/library/page.tsx': { for: 'everybody', query: () => plainAnd(...librarySought) },
  '(site)/forgot-password/page.tsx': { for: 'everybody' },
  '(site)/reset-password/page.tsx': { for: 'everybody' },
  '(site)/sign-in/page.tsx': { for: 'everybody' },
  '(site)/sign-in/code/page.tsx': { for: 'everybody' },
  '(site)/sign-up/page.tsx': { for: 'everybody' },
  '(site)/sign-out/route.ts': { for: 'everybody' },
  '(site)/verify-email/page.tsx': { for: 'everybody' },
  '(site)/join/page.tsx': { for: 'everybody' },
  '(site)/join/[code]/page.tsx': { for: 'everybody', params: () => [{ code: 'ABCDEFGH' }] },
  '(site)/articles/[slug]/page.tsx': { for: 'everybody', params: onArticle },
  '(site)/articles/[slug]/summary/page.tsx': { for: 'everybody', params: onArticle },
  '(site)/articles/[slug]/revisions/page.tsx': { for: 'everybody', params: onArticle, query: ({ flags }) => plainAnd(...flags.map((flag) => ({ flag })), { before: '2' }, { from: '1', to: '1', part: '1' }, { from: '1', to: '1', view: 'side' }) },
  '(site)/articles/[slug]/revisions/repair/page.tsx': { for: 'everybody', params: onArticle, query: ({ flags }) => plainAnd(...flags.flatMap((flag): Params[] => [{ after: flag }, { flag, done: 'placed' }])) },
  '(site)/articles/[slug]/revisions/[number]/page.tsx': { for: 'everybody', params: ({ slug }) => [{ slug, number: '1' }] },
  '(site)/codebooks/[slug]/[version]/page.tsx': { for: 'everybody', params: () => [label] },
  '(site)/codebooks/[slug]/[version]/[dimension]/[label]/page.tsx': { for: 'everybody', params: () => [label] },
  'api/auth/[...nextauth]/route.ts': { for: 'everybody', params: () => [] },
  'api/health/live/route.ts': { for: 'everybody' },
  'api/health/ready/route.ts': { for: 'everybody' },
  'api/imports/[importId]/route.ts': { for: 'everybody', params: ({ id }) => [{ importId: id }] },
  'api/imports/[importId]/original/route.ts': { for: 'everybody', params: ({ id }) => [{ importId: id }] },
  'api/v1/[...rest]/route.ts': { for: 'everybody', params: () => [{ rest: 'classes' }] },
  'api/v1/openapi.json/route.ts': { for: 'everybody' },
  'api/v1/codebooks/[slug]/[version]/route.ts': { for: 'everybody', params: () => [label] },
  'api/v1/codebooks/[slug]/[version]/[dimension]/[label]/route.ts': { for: 'everybody', params: () => [label] },
  'api/v1/articles/route.ts': { for: 'everybody', query: () => plainAnd(...librarySought) },
  'api/v1/articles/[id]/route.ts': { for: 'everybody', params: ({ articleId: id }) => [{ id }] },
  'api/v1/articles/[id]/revisions/route.ts': { for: 'everybody', params: ({ articleId: id }) => [{ id }] },
  'api/v1/articles/[id]/revisions/[number]/route.ts': { for: 'everybody', params: ({ articleId: id }) => [{ id, number: '1' }], query: () => plainAnd({ format: 'html' }, { format: 'json' }) },
  'api/v1/layers/[layerId]/summary/route.ts': { for: 'layer', params: onLayers },
  'api/v1/layers/[layerId]/export/route.ts': { for: 'layer', params: onLayers, query: () => formatsOut.map(({ name }) => ({ format: name })) },
  'api/v1/layers/[layerId]/events/route.ts': { for: 'layer', params: onLayers, query: () => plainAnd({ after: '0' }) },
  'api/v1/layers/[layerId]/import/route.ts': { for: 'layer', params: onLayers },
  'api/v1/layers/[layerId]/annotations/route.ts': { for: 'layer', params: onLayers, query: () => plainAnd({ page: '0' }, { page: '0', iris: '1' }) },
  'api/v1/layers/[layerId]/annotations/[id]/route.ts': {
    for: 'layer',
    params: ({ layerId, keyLayerId, flags: [key, ...flags] }) => [...flags.map((id) => ({ layerId, id })), { layerId: keyLayerId, id: key! }],
  },
}
