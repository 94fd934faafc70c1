import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { keepMeaning } from './keep-meaning'
import { makeWordLists } from './word-lists'

function worked(html: string, work: (root: ParentNode) => void): string {
  const { document } = new JSDOM(`<body>${html}`).window
  work(document.body)
  return document.body.innerHTML
}
const words = (html: string) => worked(html, keepMeaning).replace(/<[^>]*>/g, '')

describe('what an element alone says', () => {
  test.each([
    ['10<sup>6</sup>', '10⁶'],
    ['10<sup> −6 </sup>m', '10 ⁻⁶ m'],
    ['40<sup>2</sup> people', '40² people'],
    ['40<sup><a href="#n2">2</a></sup> people', '40² people'],
    ['40<sup>2,3</sup> people', '40^(2,3) people'],
    ['H<sub>2</sub>O', 'H₂O'],
    ['the 20<sup>th</sup> century', 'the 20th century'],
    ['四成<sup>［1］</sup>', '四成［1］'],
    ['10<span style="font-size: 8pt; vertical-align: super">6</span>', '10⁶'],
    ['CO<span style="vertical-align:sub;">2</span>', 'CO₂'],
    ['2<sup>2<sup>3</sup></sup>', '2^(2³)'],
    ['<del>40</del><ins>90</ins>', '~~40~~ 90'],
    ['<del datetime="2026"> 40 </del><ins>90</ins>', ' ~~40~~  90'],
    ['<s>not</s> final', '~~not~~ final'],
    ['<strike>不</strike>同意', '~~不~~同意'],
    ['<span style="text-decoration: line-through">not</span> final', '~~not~~ final'],
    ['<span style="text-decoration-line:underline line-through">not</span> final', '~~not~~ final'],
    ['<s>not <b>yet</b></s> final', '~~not yet~~ final'],
    ['<s><del>not</del></s> final', '~~not~~ final'],
    ['<del></del><ins>90</ins>', '90'],
    ['<u>not</u> final', 'not final'],
    ['<ruby>台<rt>ㄊㄞˊ</rt>北<rt>ㄅㄟˇ</rt></ruby>市', '台北市'],
    ['<ruby><rb>東京</rb><rp>（</rp><rt>とうきょう</rt><rp>）</rp></ruby>', '東京'],
  ])('%s reads %j', (html, readable) => expect(words(html)).toBe(readable))

  test('struck blocks are struck each', () => {
    expect(worked('<del><p>one</p><p>two <i>three</i></p></del>', keepMeaning)).toContain('<p>~~one~~</p><p>~~two <i>three~~</i></p>')
  })
})

describe('lists of Word', () => {
  const item = (marker: string, text: string, level = 1) =>
    `<p class="MsoListParagraphCxSpMiddle" style="text-indent:-18pt;mso-list:l0 level${level} lfo1"><![if !supportLists]><span><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}</p>\n`
  const lists = (html: string) => worked(html, makeWordLists).replace(/<span><\/span>|<!--.*?-->|<\/?p[^>]*>|\n/g, '')

  test.each([
    ['bullets', item('·', 'one') + item('·', 'two'), '<ul><li>one</li><li>two</li></ul>'],
    ['numbers from three', item('3.', 'three') + item('4.', 'four'), '<ol start="3"><li>three</li><li>four</li></ol>'],
    ['Chinese numbers', item('一、', '甲') + item('二、', '乙'), '<ol><li>甲</li><li>乙</li></ol>'],
    ['levels', item('·', 'one') + item('o', 'in', 2) + item('·', 'two'), '<ul><li>one<ul><li>in</li></ul></li><li>two</li></ul>'],
    ['a kind after another', item('·', 'one') + item('1.', 'first'), '<ul><li>one</li></ul><ol><li>first</li></ol>'],
    ['a paragraph between', item('·', 'one') + '<p>and</p>' + item('·', 'two'), '<ul><li>one</li></ul>and<ul><li>two</li></ul>'],
    ['a deeper one first', item('·', 'in', 2) + item('·', 'out', 1), '<ul><li>in</li></ul><ul><li>out</li></ul>'],
    ['the style alone', '<p class="MsoListParagraph">·&nbsp;&nbsp;&nbsp; one item</p>', '<ul><li>one item</li></ul>'],
    ['the style alone, a number', '<p class="MsoListParagraph">2)&nbsp; two</p>', '<ol start="2"><li>two</li></ol>'],
    ['an indented paragraph of that style', '<p class="MsoListParagraph">I. Newton said so</p>', 'I. Newton said so'],
  ])('%s', (_, html, expected) => expect(lists(html)).toBe(expected))
})
