import { headerList, pairOf } from './header-list'

const oa = 'http://www.w3.org/ns/oa#'
const ldp = 'http://www.w3.org/ns/ldp#'

/** What a page of a container holds of each annotation: all of it, or its address. */
export type ContainerItems = 'descriptions' | 'iris'

/** How a client would like a container to be told. Null: it did not say. */
export type Preference = { items: ContainerItems | null; minimal: boolean }

/**
 * What a `Prefer` header asks of a container (Web Annotation Protocol, section 4.2; RFC 7240): with
 * `return=representation`, the IRIs in `include` say whether annotations come whole or as addresses, and whether the
 * container comes without its first page. Whole and as addresses cannot be had at once: `clash`. What else is preferred
 * is passed over, as both documents allow. Of preferences said twice the first counts.
 */
export function preferenceOf(prefer: string | null): Preference | 'clash' {
  const wish = headerList(prefer ?? '').find(({ value }) => pairOf(value)[0] === 'return')
  if (!wish || pairOf(wish.value)[1].toLowerCase() !== 'representation') return { items: null, minimal: false }
  const included = wordsOf(wish.parameters.get('include'))
  const iris = included.has(`${oa}PreferContainedIRIs`)
  const descriptions = included.has(`${oa}PreferContainedDescriptions`)
  if (iris && descriptions) return 'clash'
  const minimal = included.has(`${ldp}PreferMinimalContainer`) || wordsOf(wish.parameters.get('omit')).has(`${ldp}PreferContainment`)
  return { items: iris ? 'iris' : descriptions ? 'descriptions' : null, minimal }
}

/** The `Preference-Applied` that answers a preference that was followed; null where nothing was asked. */
export function preferenceApplied({ items, minimal }: Preference): string | null {
  return items || minimal ? 'return=representation' : null
}

const wordsOf = (text: string | undefined): ReadonlySet<string> => new Set((text ?? '').split(/\s+/).filter(Boolean))
