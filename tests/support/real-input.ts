import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { articleZhHant } from '@/prisma/demo/article-zh-hant'

const real = path.resolve('..', 'shared/data/article-zh-Hant.txt')

/** A Traditional Chinese opinion piece as a file to upload: the real one where it lies beside this repository, else our sample. */
export function realInput() {
  const buffer = existsSync(real) ? readFileSync(real) : Buffer.from(articleZhHant.markdown)
  return { name: 'article.txt', mimeType: 'text/plain', buffer }
}
