import type { WebannoSentence, WebannoToken } from './webanno-sentences'

/** A stretch in UTF-16 units with a value for each feature of the layer. */
export type WebannoSpan = { begin: number; end: number; features: (string | null)[] }
type Numbered = WebannoSpan & { id?: number }
type Part = WebannoToken & { spans: Numbered[] }
type OnToken = { whole: Numbered[]; parts: Part[] }

/**
 * Which spans stand on which token, and on which part of one where a span begins or ends inside. A span on several units,
 * or beside another on one, has an id, counted from 1 in the spans' order. `spans` are ordered by begin, longest first.
 */
export function webannoUnits(sentences: readonly WebannoSentence[], spans: readonly WebannoSpan[]): { of: (token: WebannoToken) => OnToken } {
  const tokens = sentences.flatMap((sentence) => sentence.tokens)
  const on = new Map<WebannoToken, OnToken>()
  const several = new Set<Numbered>()
  const numbered: Numbered[] = spans.map((span) => ({ ...span }))
  for (const span of numbered) {
    let units = 0
    for (let i = firstEndingAfter(tokens, span.begin); i < tokens.length && tokens[i]!.begin < span.end; i += 1) {
      place(span, tokens[i]!, on)
      units += 1
    }
    if (units > 1) several.add(span)
  }
  for (const { whole, parts } of on.values()) {
    parts.sort((a, b) => a.begin - b.begin || b.end - a.end)
    for (const stack of [whole, ...parts.map((part) => part.spans)]) if (stack.length > 1) stack.forEach((span) => several.add(span))
  }
  let last = 0
  for (const span of numbered) if (several.has(span)) span.id = last += 1
  return { of: (token) => on.get(token) ?? { whole: [], parts: [] } }
}

function place(span: Numbered, token: WebannoToken, on: Map<WebannoToken, OnToken>): void {
  const here = on.get(token) ?? { whole: [], parts: [] }
  on.set(token, here)
  const [begin, end] = [Math.max(span.begin, token.begin), Math.min(span.end, token.end)]
  if (begin === token.begin && end === token.end) here.whole.push(span)
  else {
    const part = here.parts.find((each) => each.begin === begin && each.end === end)
    if (part) part.spans.push(span)
    else here.parts.push({ begin, end, spans: [span] })
  }
}

/** The first token that ends behind a place, by halving. */
function firstEndingAfter(tokens: readonly WebannoToken[], place: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (tokens[middle]!.end > place) high = middle
    else low = middle + 1
  }
  return low
}
