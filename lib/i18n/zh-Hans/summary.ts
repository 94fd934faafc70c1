import type { Words } from '../words'
import type { summary as en } from '../en/summary'

export const summary = {} satisfies Words<typeof en>
