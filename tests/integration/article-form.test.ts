import { describe, expect, test } from 'vitest'
import { readSubmittedArticle } from '@/lib/server/import/submitted-article'

describe('the form of a new article', () => {
  const form = (fields: Record<string, string | File>) => {
    const filled = new FormData()
    for (const [name, value] of Object.entries({ title: 'T', visibility: 'public', way: 'upload', ...fields })) filled.set(name, value)
    return filled
  }
  const file = (bytes: BlobPart, name = 'a.txt') => new File([bytes], name)

  test.each([
    ['a Markdown file', file('\ufeff# A\r\nb', 'a.md'), { format: 'markdown', body: '# A\r\nb' }],
    ['an HTML file', file('a', 'a.HTM'), { format: 'html', body: 'a' }],
    ['a text file that holds Markdown', file('a\n![]()\nb'), { format: 'markdown', body: 'a\n![]()\nb' }],
    ['UTF-16 with its mark', file(new Uint8Array([0xff, 0xfe, 0x80, 0x8b])), { format: 'text', body: '讀' }],
  ])('reads %s', async (_, upload, content) => {
    expect(await readSubmittedArticle(form({ file: upload }))).toMatchObject({ ok: true, value: { content } })
  })

  test.each([
    ['invalid UTF-8', file(new Uint8Array([0x61, 0xff, 0x62])), 'bodyNotUtf8'],
    ['UTF-8 cut in the middle of a character', file(new Uint8Array([0xe8, 0xae])), 'bodyNotUtf8'],
    ['a surrogate written as UTF-8', file(new Uint8Array([0xed, 0xa0, 0x80])), 'bodyNotUtf8'],
    ['a picture', file('x', 'a.png'), 'fileUnreadable'],
    ['no file', file(''), 'bodyEmpty'],
    ['a null character', file('a\0'), 'bodyNullCharacter'],
    ['more than 2 MB', file('a'.repeat(2_000_001)), 'bodyTooLarge'],
    ['more than 4 MB', file('a'.repeat(4_000_001)), 'bodyTooLarge'],
  ])('refuses %s at the field', async (_, upload, code) => {
    expect(await readSubmittedArticle(form({ file: upload }))).toMatchObject({ ok: false, problems: [{ code, path: 'content.body' }] })
  })

  test('names everything that is wrong at once', async () => {
    const refused = await readSubmittedArticle(form({ way: 'paste', body: ' ', title: ' ', sourceUrl: 'javascript:a', publishedAt: '2026-02-30' }))
    expect(!refused.ok && refused.problems.map(({ code, path }) => `${path} ${code}`).sort()).toEqual([
      'content.body bodyEmpty', 'details.publishedAt dateInvalid', 'details.sourceUrl addressScheme', 'details.title titleEmpty',
    ])
  })
})
