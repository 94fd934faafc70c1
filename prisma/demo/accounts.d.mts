export type DemoAccount = {
  id: string
  name: string
  email: string
  password: string
  role: 'member' | 'moderator' | 'admin'
  locale: 'en' | 'zh-Hant' | 'zh-Hans'
  /** Who this is, in one short English phrase, for the table of accounts. */
  what: string
}

export const demoAccounts: readonly DemoAccount[]
