import 'server-only'
import { limits } from '@/lib/domain/article'
import type { ArticleJson } from '@/lib/domain/article-json'
import { problemsOf, type Problem, type Result } from '@/lib/domain/problem'
import { containerAddress } from '@/lib/domain/formats/w3c-addresses'
import { annotationServiceLink } from '@/lib/domain/protocol/vocabulary'
import type { ZodType } from 'zod'
import { readJson } from './json-body'
import { siteAddress } from './site-address'

/** Bytes of a request that brings an article: its text may need escapes in JSON. */
const longestRequest = 3 * limits.bodyBytes

/** What a request brings, parsed by the schema of its door. Refused as `readJson` refuses, and at every bad field. */
export async function readPosted<T>(request: Request, schema: ZodType<T>): Promise<Result<T>> {
  const json = await readJson(request, { limit: longestRequest })
  if (!json.ok) return json
  const parsed = schema.safeParse(json.value)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problems: problemsOf(parsed.error) }
}

/** Problems at the fields as the program knows them, which has no `details`. */
export const asPosted = (problems: readonly Problem[]) => problems.map((problem) => ({ ...problem, path: problem.path.replace(/^details\./, '') }))

/** The address of an article for programs. */
export const articleAddress = (id: string) => `${siteAddress()}/api/v1/articles/${id}`

/** Where the annotations of an article are: one container for each layer (Web Annotation Protocol, section 4.4). */
export const annotationServices = ({ layers }: Pick<ArticleJson, 'layers'>) =>
  layers.map(({ id }) => annotationServiceLink(containerAddress(siteAddress(), id))).join(', ')
