import { account } from './account'
import { article } from './article'
import { codebook } from './codebook'
import { common } from './common'
import { home } from './home'
import { library } from './library'
import { problems } from './problems'
import { reader } from './reader'
import { summary } from './summary'

export const messages = { account, article, codebook, common, home, library, problems, reader, summary }
