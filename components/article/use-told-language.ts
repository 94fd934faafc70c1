'use client'

import { useEffect, useState } from 'react'
import { languageName } from '@/components/library/language-name'
import { tellLanguage } from '@/lib/actions/articles'

/** The name of the language that a text seems to be in, told a moment after it stops changing; null while unknown. */
export function useToldLanguage(text: string, locale: string): string | null {
  const [told, setTold] = useState<{ sample: string; name: string | null } | null>(null)
  const sample = text.trim().slice(0, 4_000)
  useEffect(() => {
    if (sample.length < 12) return
    let current = true
    const timer = setTimeout(() => {
      tellLanguage(sample).then(
        (tag) => current && setTold({ sample, name: tag === 'und' ? null : languageName(tag, locale) }),
        // Without a connection the language is told when the article is created.
        () => current && setTold(null),
      )
    }, 700)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [sample, locale])
  return sample.length < 12 ? null : (told?.name ?? null)
}
