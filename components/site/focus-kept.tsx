'use client'

import { useEffect } from 'react'
import { keepFocus } from '@/components/ui/focus-keeper'

/** Keeps the keyboard's place when what has the focus is removed, on every page. */
export function FocusKept() {
  useEffect(() => keepFocus(document), [])
  return null
}
