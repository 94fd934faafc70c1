/** The cookie that tells the next page, for scripts to read, which account has just left this browser. */
export const leaverCookie = 'gloss-left'
