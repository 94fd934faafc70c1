import { expect, test } from 'vitest'
import { isGuessable } from '@/lib/domain/guessable-password'
import { knownPasswords } from './known-passwords'

test.each(['butterfly1', 'chocolate1', 'jennifer123', 'liverpool96', 'michelle2026', 'basketball', 'superman123', 'zaq12wsxcde3', 'Princess1234', 'ｌｉｖｅｒｐｏｏｌ９６', 'm1chelle123', 'computer!!!!1', '123charlie123', 'starwars1977'])(
  '%s is among the first tried', (password) => expect(isGuessable(password, [], knownPasswords())).toBe(true),
)
test.each(['a quiet harbour', 'four quiet ferries', 'gravel-orchid-ferry', 'harbour-lamp-morning', 'cedar-bicycle-noon', 'a louder harbour', 'another password', 'a long enough password', '渡輪停航四十八小時呢', 'tR7#kq92Lm', 'café terrasse'])(
  '%s is not', (password) => expect(isGuessable(password, [], knownPasswords())).toBe(false),
)
