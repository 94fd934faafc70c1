import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'

/**
 * The link in the letter that this person gets with this in its subject, as a path of the site. The server under test has
 * no mail server and prints its mail; this waits until it has printed the letter.
 */
export async function linkSentTo(email: string, subject: string): Promise<string> {
  let link = ''
  const look = () => {
    const letters = readFileSync(process.env.E2E_SERVER_LOG ?? '', 'utf8').split(/^To: /m)
    const letter = letters.findLast((each) => each.startsWith(`${email}\nSubject: `) && (each.split('\n')[1] ?? '').includes(subject))
    return (link = /https?:\/\/[^/\s]+(\/\S+)/.exec(letter ?? '')?.[1] ?? '')
  }
  await expect.poll(look, { message: `a letter to ${email} about “${subject}”` }).not.toBe('')
  return link
}
