import type { ArticleDetails } from './article'
import { accept, type Problem, type Result } from './problem'

/**
 * An article's details after an edit that began on `known`, where they are `current` by now: a field that the edit left
 * alone stays as somebody else may have put it; one that both changed to different things is refused with
 * `detailChanged`, so that nothing is overwritten unseen. A field missing in `known` is taken as it is: its writer has been
 * told. A null language is told from the text and contradicts nobody.
 */
export function mergeDetails(current: ArticleDetails, known: Partial<ArticleDetails>, mine: ArticleDetails): Result<ArticleDetails> {
  const problems: Problem[] = []
  const merged = <K extends keyof ArticleDetails>(name: K): ArticleDetails[K] => {
    if (known[name] === undefined || (name === 'language' && (mine.language === null || known.language === null))) return mine[name]
    if (mine[name] === known[name]) return current[name]
    const met = current[name] === known[name] || current[name] === mine[name]
    if (!met) problems.push({ code: 'detailChanged', path: `details.${name}`, values: { now: current[name] || '–' } })
    return mine[name]
  }
  const details: ArticleDetails = {
    title: merged('title'),
    byline: merged('byline'),
    siteName: merged('siteName'),
    sourceUrl: merged('sourceUrl'),
    language: merged('language'),
    publishedAt: merged('publishedAt'),
    visibility: merged('visibility'),
  }
  return problems.length > 0 ? { ok: false, problems } : accept(details)
}
