import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

const signs = {
  fact: 'bg-fact-tint',
  opinion: 'bg-opinion-tint',
  named: 'underline decoration-sourcing decoration-solid decoration-2 underline-offset-[5px]',
  framing: 'underline decoration-framing decoration-wavy decoration-[1.5px] underline-offset-[8px]',
}

/** One invented sentence with the three signs over it: what the product does, seen before it is read about. */
export async function FlaggedExample() {
  const t = await getTranslations('home')
  const marked = (sign: keyof typeof signs) =>
    function Marked(words: ReactNode) {
      return <span className={`${signs[sign]} box-decoration-clone`}>{words}</span>
    }
  return (
    <figure className="my-12 grid gap-4 border-t border-rule pt-8" aria-label={t('exampleLabel')}>
      <blockquote className="max-w-[30em] font-serif text-[22px] leading-[1.9] sm:text-[26px]">
        {t.rich('example', {
          fact: marked('fact'),
          opinion: marked('opinion'),
          named: marked('named'),
          framing: marked('framing'),
        })}
      </blockquote>
      <figcaption className="max-w-[44em] text-[14px] text-soft">{t('exampleNote')}</figcaption>
    </figure>
  )
}
