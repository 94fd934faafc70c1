import { describe, expect, it } from 'vitest'
import { isGuessable } from './guessable-password'

const known = new Set(['harbour', 'qwert', 'liverpool', 'kimberly', 'trustno1', 'footballer'])

describe('a guessable password', () => {
  it.each([
    ['aaaaaaaaaaaa', []], ['ababababab', []], ['1234567890', []], ['0987654321', []], ['abcdefghij', []], ['Password 123', []],
    ['Amara.Obi', ['Amara Obi']], ['amaraamara', ['amara@example.org']],
    // Endings.
    ['password12345', []], ['Password2026!', []], ['password!!!!', []], ['password4821', []], ['2026password', []], ['passwordpassword', []], ['password20261201', []],
    // Width and leet.
    ['ｐａｓｓｗｏｒｄ１２３４５', []], ['P@ssw0rd12345', []], ['p4$$w0rd2026', []], ['g1055-12345', []],
    // This site's words, and the person's own.
    ['gloss12345', []], ['ＧＬＯＳＳ１２３４５', []], ['gloss2026gloss', []], ['welcometogloss', []], ['my gloss password', []],
    ['Amara1990!', ['Amara Obi']], ['obi.amara.2026', ['Amara Obi']], ['year9b-2026', ['Year 9B']], ['林敏林敏2026520', ['林敏']], ['mary.jones1', ['mary.jones@example.org']],
    // What is near on a keyboard, and in pinyin and figures.
    ['qwertyuiop', []], ['1qaz2wsx3edc', []], ['q1w2e3r4t5', []], ['zxcvbnm123', []], ['asdfghjkl520', []],
    ['woaini5201314', []], ['woaini1314520', []], ['5201314520', []], ['1314521520', []], ['aini520520', []], ['qq123456789', []], ['wodemima123', []], ['mima888888', []],
    ['zhangwang520', []], ['我愛你5201314', []], ['a123456789', []], ['abc1234567', []], ['19900101520', []],
    // A list of known ones.
    ['liverpool96', []], ['harbour2026', []], ['123harbour123', []], ['l1verp00l99', []], ['Kimberly.123456', []], ['footballer', []],
  ])('is %j', (password, about) => expect(isGuessable(password, about, known)).toBe(true))

  it.each([
    ['a quiet harbour', ['Amara']], ['渡輪停航四十八小時呢', []], ['gloss-demo', []], ['four quiet ferries', []], ['harbour-lamp-morning', ['Lamp Post']],
    ['gravel-orchid-ferry', []], ['harbour84719362', []], ['teapot-window-ledger', []], ['x7 y8 z9!! q', []], ['correct horse battery staple', []],
    ['the password of my aunt Lena is blue', []], ['zhè shì wǒ de mìmì huāyuán', []], ['8471936205', []], ['tR7#kq92Lm', []],
  ])('is not %j', (password, about) => expect(isGuessable(password, about, known)).toBe(false))

  it('is told at once of the longest there are', () => {
    const about = Array.from({ length: 60 }, (_, i) => `${'Class'.repeat(20)} ${i}`)
    const began = performance.now()
    for (const password of ['1q'.repeat(100), 'passwor'.repeat(28), '0'.repeat(100) + '1i!'.repeat(33)]) isGuessable(password, about, known)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
