import { account } from './account'
import { article } from './article'
import { codebook } from './codebook'
import { codebooks } from './codebooks'
import { home } from './home'
import { library } from './library'
import { measures } from './measures'
import { problems } from './problems'
import { reader } from './reader'
import { revisions } from './revisions'
import { site } from './site'
import { summary } from './summary'

export const messages = { account, article, codebook, codebooks, home, library, measures, problems, reader, revisions, site, summary }
