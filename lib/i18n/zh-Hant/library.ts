import type { Words } from '../words'
import type { library as en } from '../en/library'

export const library = {} satisfies Words<typeof en>
