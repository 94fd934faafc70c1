import type { Words } from '../words'
import type { account as en } from '../en/account'

export const account = {} satisfies Words<typeof en>
