import { messages } from '@/lib/i18n/en'

/**
 * Stands in for `next-intl` where no request is: a message is its name with its values, so that everything a page would say
 * is seen, in whichever words. A test file takes it by `vi.mock('next-intl', () => import('../support/untranslated'))` and the
 * same for `next-intl/server`.
 */
type Values = Record<string, unknown>

function translator(set = '') {
  const plain = (key: string, values: Values = {}) => `${set}.${key} ${JSON.stringify(values)}`
  const rich = (key: string, values: Values = {}) =>
    [`${set}.${key}`, ...Object.values(values).map((value) => (typeof value === 'function' ? (value as (chunks: string) => unknown)('') : value))]
  const raw = (key: string) => `${set}.${key}`.split('.').reduce<unknown>((at, name) => (at as Values | undefined)?.[name], messages)
  return Object.assign(plain, { rich, markup: rich, raw, has: (key: string) => raw(key) !== undefined })
}

const format = (value: unknown) => JSON.stringify(value)
const formatter = { dateTime: format, number: format, relativeTime: format, list: (values: Iterable<unknown>) => [...values], dateTimeRange: format }
const now = new Date()

export const useTranslations = translator
export const useFormatter = () => formatter
export const useLocale = () => 'en'
export const useNow = () => now
export const useTimeZone = () => 'UTC'
export const useMessages = () => messages
export const NextIntlClientProvider = ({ children }: { children: unknown }) => children

export const getTranslations = async (set?: string | { namespace?: string }) => translator(typeof set === 'string' ? set : set?.namespace)
export const getFormatter = async () => formatter
export const getLocale = async () => 'en'
export const getNow = async () => now
export const getTimeZone = async () => 'UTC'
export const getMessages = async () => messages
