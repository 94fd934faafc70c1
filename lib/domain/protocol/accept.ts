import { headerList } from './header-list'

/**
 * The media type to answer with: of those `offered` (the server's favourite first, without parameters) the one that the
 * `Accept` header likes best; null where it takes none of them, which is 406. No header takes anything. The most specific
 * range decides for a type, then the weight, then the order offered (RFC 9110, section 12.5.1). Parameters other than
 * `q` say which profile of a type is liked: who asks for one that is not spoken here still gets the type.
 * `chooseType('text/html;q=0.5, application/*', ['application/json', 'text/html'])` is `application/json`.
 */
export function chooseType<Type extends string>(accept: string | null, offered: readonly Type[]): Type | null {
  const ranges = headerList(accept ?? '')
  if (ranges.length === 0) return offered[0] ?? null
  let best: { type: Type; weight: number } | null = null
  for (const type of offered) {
    const weight = weightOf(type, ranges)
    if (weight > 0 && (!best || weight > best.weight)) best = { type, weight }
  }
  return best?.type ?? null
}

function weightOf(type: string, ranges: ReturnType<typeof headerList>): number {
  const families = [type, `${type.slice(0, type.indexOf('/'))}/*`, '*/*']
  for (const family of families) {
    const weights = ranges.filter(({ value }) => value.toLowerCase() === family).map(({ parameters }) => quality(parameters.get('q')))
    if (weights.length > 0) return Math.max(...weights)
  }
  return 0
}

/** A weight that is none is as good as none at all. */
function quality(text: string | undefined): number {
  return text !== undefined && /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(text) ? Number(text) : 1
}
