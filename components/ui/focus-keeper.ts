const focusable = 'a[href], button:not([disabled]), input:not([disabled], [type="hidden"]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]'

/** One level of where the focus was: a place among its siblings. */
type Level = { parent: Element; child: Element; siblings: readonly Element[] }

/**
 * When what had the focus is taken off the page (a row that was deleted, a form that was sent), a browser leaves the
 * keyboard on nothing and a screen reader at the top. This gives the focus to what came next in the same list, else to
 * what came before, else to the nearest part of the page around it; never beyond `main`, so that going to another page is
 * no removal. Lists that only make what is in sight (`data-windowed`) are left alone. @returns what ends it
 */
export function keepFocus(page: Document): () => void {
  let last: Element | null = null
  let trail: Level[] = []
  const remember = ({ target }: Event) => {
    if (!(target instanceof Element)) return
    last = target
    trail = target.closest('[data-windowed]') ? [] : trailOf(target)
  }
  const recover = () => {
    if (!last || last.isConnected || (page.activeElement && page.activeElement !== page.body)) return
    const levels = trail
    last = null
    for (const next of levels.flatMap(candidates)) {
      if (!(next instanceof HTMLElement)) continue
      next.focus()
      if (page.activeElement === next) return
    }
  }
  const changes = new MutationObserver(recover)
  changes.observe(page.body, { childList: true, subtree: true })
  page.addEventListener('focusin', remember)
  return () => {
    changes.disconnect()
    page.removeEventListener('focusin', remember)
  }
}

function trailOf(element: Element): Level[] {
  const levels: Level[] = []
  for (let child = element; child.parentElement && !child.matches('main'); child = child.parentElement) {
    levels.push({ parent: child.parentElement, child, siblings: [...child.parentElement.children] })
  }
  return levels.at(-1)?.parent.matches('main') ? levels : []
}

function candidates({ parent, child, siblings }: Level): Element[] {
  if (!parent.isConnected) return []
  const at = siblings.indexOf(child)
  const near = [...siblings.slice(at + 1), ...siblings.slice(0, at).toReversed()].filter((sibling) => sibling.isConnected)
  return near.flatMap((sibling) => (sibling.matches(focusable) ? [sibling] : [...sibling.querySelectorAll(focusable)].slice(0, 1)))
}
