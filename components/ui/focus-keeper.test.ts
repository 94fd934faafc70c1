// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFocus } from './focus-keeper'

const settle = () => new Promise((resolve) => setTimeout(resolve))
let stop = () => {}
beforeEach(() => {
  document.body.innerHTML = `<header><a href="/">Home</a></header><main><h1>Tokens</h1>
    <ul><li><button id="a">a</button></li><li id="b-row"><button id="b">b</button></li><li><button id="c">c</button></li></ul>
    <button id="add">Add</button><ol data-windowed><li><button id="w">w</button></li><li><button id="x">x</button></li></ol></main>`
  stop = keepFocus(document)
})
afterEach(() => stop())
const $ = (id: string) => document.getElementById(id)!
const focused = () => document.activeElement?.id

describe('when what has the focus is taken away', () => {
  it.each([
    ['the next of its list has it', 'b', ['b'], 'c'],
    ['the one before, where it was the last', 'c', ['c'], 'b'],
    ['what stands nearest, where the list is empty', 'b', ['a', 'c', 'b'], 'add'],
  ])('%s', async (_, from, gone, to) => {
    $(from).focus()
    for (const id of gone) $(id).parentElement?.remove()
    await settle()
    expect(focused()).toBe(to)
  })

  it('nothing is focused where somebody gave the focus elsewhere', async () => {
    $('b').focus()
    $('b-row').remove()
    $('add').focus()
    await settle()
    expect(focused()).toBe('add')
  })

  it('another page takes the whole of it', async () => {
    $('b').focus()
    document.querySelector('main')?.remove()
    await settle()
    expect(document.activeElement).toBe(document.body)
  })

  it('a list that only makes what is in sight is left alone', async () => {
    $('w').focus()
    $('w').parentElement?.remove()
    await settle()
    expect(document.activeElement).toBe(document.body)
  })
})
