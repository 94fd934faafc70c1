import { useTranslations } from 'next-intl'

/** What a format of the registry is called; a format without words is called by its own name. */
export function useFormatName(): (name: string) => string {
  const t = useTranslations('exchange.formats')
  return (name) => {
    const key = `${name}.name` as Parameters<typeof t>[0]
    return t.has(key) ? t(key) : name
  }
}
