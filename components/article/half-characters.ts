import { checkText } from '@/lib/domain/text/article-body'
import { hasLoneSurrogate } from '@/lib/domain/text/code-points'
import type { Problem } from '@/lib/domain/problem'
import type { NewArticleText } from './kept-form'

/**
 * Half characters in what was typed, at its fields. A form that is sent puts U+FFFD in their place without a word, so that
 * the server can never find them.
 */
export function halfCharacters({ way, body, details }: NewArticleText): Problem[] {
  const text = way === 'paste' && hasLoneSurrogate(body) ? checkText(body, 'content.body') : null
  const short = Object.entries(details).flatMap(([name, words]) =>
    hasLoneSurrogate(words) ? [{ code: 'unstorable' as const, path: `details.${name}` }] : [],
  )
  return [...(text?.problems ?? []), ...short]
}
