import type { Words } from '../words'
import type { article as en } from '../en/article'

export const article = {} satisfies Words<typeof en>
