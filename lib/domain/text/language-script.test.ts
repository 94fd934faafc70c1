import { expect, test } from 'vitest'
import { chineseScript } from './language-script'

test.each([
  ['這個國家的議會今天開會。', 'Hant'],
  ['这个国家的议会今天开会。', 'Hans'],
  ['他说：“這是臺灣”，这样写的人很多，开会时也说。', 'Hans'],
  ['皇后在後面', 'Hant'],
  ['', 'Hant'],
])('%s is written in %s', (text, script) => expect(chineseScript(text)).toBe(script))
