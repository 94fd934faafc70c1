import 'server-only'
import type { Json } from '@/lib/domain/formats/exchange'
import { refuse } from '@/lib/domain/problem'
import {
  collectionAddress, pageAddress, toContainerJson, toPageJson, type ContainerPage,
} from '@/lib/domain/protocol/container-json'
import { preferenceApplied, preferenceOf, type ContainerItems, type Preference } from '@/lib/domain/protocol/preference'
import type { Viewer } from '@/lib/domain/viewer'
import { absentAnswer } from './absent-answer'
import { annotationWriter } from './annotation-json'
import { lastPageName, readContainerPage, type PageOfAnnotations } from './container-pages'
import { readContainer, type Container } from './containers'
import { answerRefused, notFoundAnswer } from './http'
import { answerType, tagged, tellJson } from './protocol-answers'
import { optionsAnswer } from './protocol-door'

/**
 * Tells an Annotation Container, or one page of it (`?page=`). An address with `?iris=` is the collection whose pages hold
 * addresses (1) or whole annotations (0), whatever is preferred; without it the preference decides, and where there is
 * none annotations come whole. `Content-Location` says which collection was told.
 */
export async function answerContainer(viewer: Viewer, request: Request, layerId: string): Promise<Response> {
  const found = await readContainer(viewer, layerId)
  if (!found) return absentAnswer(viewer, { layerId })
  if (request.method === 'OPTIONS') return optionsAnswer()
  const type = answerType(request)
  if (!type.ok) return answerRefused(type.problems)
  const preference = preferenceOf(request.headers.get('prefer'))
  if (preference === 'clash') return answerRefused(refuse('preferencesClash', 'Prefer').problems)
  const asked = new URL(request.url).searchParams
  const items = itemsOf(asked.get('iris'), preference)
  const page = asked.get('page')
  const container = { ...found, items }
  const told = page === null ? await tellContainer(viewer, container, preference.minimal) : await tellPage(viewer, container, page)
  if (!told) return notFoundAnswer()
  const applied = page === null && asked.get('iris') === null ? preferenceApplied(preference) : null
  const headers = { 'content-location': told.address, ...(applied && { 'preference-applied': applied }) }
  return tellJson(request, type.value, tagged(told.body), { headers })
}

const itemsOf = (iris: string | null, { items }: Preference): ContainerItems =>
  iris === null ? (items ?? 'descriptions') : iris === '1' ? 'iris' : 'descriptions'

type Asked = Container & { items: ContainerItems }
type Told = { address: string; body: Json }

async function tellContainer(viewer: Viewer, container: Asked, minimal: boolean): Promise<Told | null> {
  const { layer, facts, items } = container
  const [last, first] = await Promise.all([
    lastPageName(layer.id, facts.total),
    minimal ? null : readContainerPage(viewer, layer.id, 'first'),
  ])
  const body = toContainerJson(facts, { items, minimal, first: first && written(first, container), last })
  return { address: collectionAddress(facts.container, items), body }
}

async function tellPage(viewer: Viewer, container: Asked, name: string): Promise<Told | null> {
  const { layer, facts, items } = container
  const page = await readContainerPage(viewer, layer.id, name)
  if (!page) return null
  const address = pageAddress(collectionAddress(facts.container, items), name)
  return { address, body: toPageJson(facts, items, written(page, container)) }
}

function written({ annotations, ...page }: PageOfAnnotations, { layer, facts, items }: Asked): ContainerPage {
  if (items === 'iris') return { ...page, items: annotations.map(({ id }) => facts.container + id) }
  return { ...page, items: annotations.map(annotationWriter(layer)) }
}
