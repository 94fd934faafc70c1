import type { Words } from '../words'
import type { reader as en } from '../en/reader'

export const reader = {} satisfies Words<typeof en>
