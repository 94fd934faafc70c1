import { JSDOM } from 'jsdom'
import { expect } from 'vitest'

const allowed: Record<string, string[]> = {
  P: ['dir', 'data-block'], H2: ['dir', 'data-block'], H3: ['dir', 'data-block'], H4: ['dir', 'data-block'],
  FIGCAPTION: ['dir', 'data-block'], UL: [], OL: ['start'], LI: [], BLOCKQUOTE: [], HR: [], BR: [], STRONG: [], EM: [],
  A: ['href', 'rel', 'class'], FIGURE: ['class'], DIV: ['class'], SPAN: ['class', 'dir'],
}

/** That an article's HTML holds only what articles are made of, links lead to the web, and its words are `text`. */
export function expectHarmless(html: string, text: string): void {
  const fragment = JSDOM.fragment(html)
  for (const element of fragment.querySelectorAll('*')) {
    expect(Object.keys(allowed)).toContain(element.tagName)
    for (const { name } of element.attributes) expect(allowed[element.tagName]).toContain(name)
    const href = element.getAttribute('href')
    if (href !== null) expect(href).toMatch(/^https?:\/\//i)
  }
  expect(textOfHtml(html)).toBe(text)
}

/** The canonical text of an article's HTML, as a browser rebuilds it. */
export function textOfHtml(html: string): string {
  return [...JSDOM.fragment(html).querySelectorAll('[data-block]')]
    .map((block) => {
      for (const line of block.querySelectorAll('br')) line.replaceWith('\n')
      return block.textContent
    })
    .join('\n')
}
