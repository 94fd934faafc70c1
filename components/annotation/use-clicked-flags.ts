import { useReading } from './reading-context'
import { codePointUnder } from '@/components/article/place-on-screen'
import type { Picked } from './picker'
import { selectedSpan } from './use-pointer-selection'

/** What a click on the text does: one flag there is chosen, several are listed to choose from, none closes what was open. A flagged link is followed from its card or list. */
export function useClickedFlags(pick: (picked: Picked | null) => void): (event: MouseEvent) => void {
  const { map, inSight, dispatch } = useReading()
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!map || (link ? isMeantForLink(event) : selectedSpan(map))) return
    const at = codePointUnder(map, event.clientX, event.clientY)
    const here = at === null ? [] : inSight.filter(({ start, end }) => start <= at && at < end)
    if (link && here.length === 0) return
    if (link) event.preventDefault()
    dispatch({ type: 'selected', passage: null })
    pick(at !== null && here.length > 1 ? { x: event.clientX, y: event.clientY, ids: here.map(({ id }) => id), span: { start: at, end: at + 1 } } : null)
    const [only] = here
    dispatch({ type: 'chose', id: here.length === 1 && only ? only.id : null, from: 'text', at: at ?? undefined })
  }
}

/** The Enter key on a link that has the focus, and clicks that open a tab or window of its own. */
const isMeantForLink = (event: MouseEvent) => event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey
