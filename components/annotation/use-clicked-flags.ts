import { useReading } from './reading-context'
import { codePointUnder } from '@/components/article/place-on-screen'
import type { Picked } from './picker'
import { selectedSpan } from './use-pointer-selection'

/** What a click on the text does: one flag there is chosen, several are listed to choose from, none closes what was open. */
export function useClickedFlags(pick: (picked: Picked | null) => void): (event: MouseEvent) => void {
  const { map, inSight, dispatch } = useReading()
  return (event) => {
    if (!map || selectedSpan(map) || (event.target instanceof Element && event.target.closest('a'))) return
    const at = codePointUnder(map, event.clientX, event.clientY)
    const here = at === null ? [] : inSight.filter(({ start, end }) => start <= at && at < end)
    dispatch({ type: 'selected', passage: null })
    pick(here.length > 1 ? { x: event.clientX, y: event.clientY, ids: here.map(({ id }) => id) } : null)
    const [only] = here
    dispatch({ type: 'chose', id: here.length === 1 && only ? only.id : null, from: 'text' })
  }
}
