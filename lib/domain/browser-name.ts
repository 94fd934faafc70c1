/** First match wins: most browsers also claim to be those below them. */
const browsers = [
  ['Edge', /\bEdg(e|A|iOS)?\//], ['Opera', /\bOPR\//], ['Samsung Internet', /\bSamsungBrowser\//],
  ['WeChat', /\bMicroMessenger\//], ['LINE', /\bLine\//], ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|Chromium|CriOS)\//], ['Safari', /\bSafari\//],
] as const
const systems = [
  ['iPhone', /\biPhone\b/], ['iPad', /\biPad\b/], ['Android', /\bAndroid\b/], ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/], ['macOS', /\bMac OS X\b/], ['Linux', /\bLinux\b/],
] as const

/**
 * What a browser calls itself, short enough for a list: browser and system, each null where it does not say. For people
 * to recognise their devices by; nothing is decided on it.
 */
export function browserName(userAgent: string | null): { browser: string | null; system: string | null } {
  const first = (table: readonly (readonly [string, RegExp])[]) => table.find(([, form]) => form.test(userAgent ?? ''))?.[0] ?? null
  return { browser: first(browsers), system: first(systems) }
}
