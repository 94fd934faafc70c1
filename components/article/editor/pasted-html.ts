import { keepMeaning } from '@/lib/document/keep-meaning'
import { makeWordLists } from '@/lib/document/word-lists'

/** What is pasted, as an editor may read it: with what its elements alone say kept in words, and Word's lists as lists. */
export function pastedHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  keepMeaning(body)
  makeWordLists(body)
  return body.innerHTML
}
