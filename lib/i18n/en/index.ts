import { account } from './account'
import { article } from './article'
import { codebook } from './codebook'
import { common } from './common'
import { library } from './library'
import { problems } from './problems'
import { reader } from './reader'
import { summary } from './summary'

export const messages = { account, article, codebook, common, library, problems, reader, summary }
