import { describe, expect, it } from 'vitest'
import { searchTerms } from './search-terms'

describe('searchTerms', () => {
  it.each([
    ['ferry pier', ['ferry', 'pier']],
    ['“old ferry pier”', ['old ferry pier']],
    ['council "old  pier" closed', ['old pier', 'council', 'closed']],
    ['「關閉碼頭」 議會', ['關閉碼頭', '議會']],
    ['『老碼頭』', ['老碼頭']],
    ['"Ｐier"', ['pier']],
    ['5" pipe', ['5', 'pipe']],
    ['""', []],
    ['ferry ferry "ferry"', ['ferry']],
    ['\0', []],
  ])('reads %j', (q, terms) => expect(searchTerms(q)).toEqual(terms))

  it('takes ten at most', () => expect(searchTerms('a b c d e f g h i j k l')).toHaveLength(10))
})
