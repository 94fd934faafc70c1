import 'server-only'

/** Whether the operator lets this host and port be asked, whatever network it is in. */
export function isAllowedHost(url: URL, allowed: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return allowed.includes(`${url.hostname.toLowerCase().replace(/\.+$/, '')}:${port}`)
}

/** The list of `host:port` in a setting: 'Localhost:4000, [::1]:80' is ['localhost:4000', '[::1]:80']. */
export const parseAllowedHosts = (setting: string) =>
  setting.split(',').map((each) => each.trim().toLowerCase()).filter((each) => each !== '')
