import { useEffect, useRef, useState } from 'react'

/** The value, changing at most once in `pause` ms: what is read aloud must not come faster than it can be heard. */
export function useCalm<T>(value: T, pause: number): T {
  const [calm, setCalm] = useState(value)
  const last = useRef(-Infinity)
  useEffect(() => {
    if (value === calm) return
    const change = () => {
      last.current = performance.now()
      setCalm(value)
    }
    const timer = setTimeout(change, Math.max(0, last.current + pause - performance.now()))
    return () => clearTimeout(timer)
  }, [value, calm, pause])
  return calm
}
