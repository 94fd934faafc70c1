import { describe, expect, it } from 'vitest'
import { completeAddress } from './web-address'

describe('completeAddress', () => {
  it.each([
    ['news.example/a', 'https://news.example/a'],
    [' news.example ', 'https://news.example'],
    ['news.example:8080/a', 'https://news.example:8080/a'],
    ['localhost:8123', 'http://localhost:8123'],
    ['localhost', 'http://localhost'],
    ['LOCALHOST/a', 'http://LOCALHOST/a'],
    ['127.0.0.1:8123/a', 'http://127.0.0.1:8123/a'],
    ['[::1]:80', 'http://[::1]:80'],
    ['localhost.example', 'https://localhost.example'],
    ['https://news.example', 'https://news.example'],
    ['http://localhost:8123', 'http://localhost:8123'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('completes %j', (typed, address) => expect(completeAddress(typed)).toBe(address))
})
