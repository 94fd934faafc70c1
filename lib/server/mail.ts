import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env'

export type Letter = { to: string; subject: string; text: string }

/**
 * How mail leaves: through SMTP where SMTP_URL is set; onto the console where it is `console:` (the demo) and, where it is
 * not set, while developing; else not at all, and the pages that need it say so: links that open accounts have no
 * business in the logs of a public server.
 */
export function mailWay(): 'smtp' | 'console' | 'none' {
  const url = env('SMTP_URL')
  if (url) return url === 'console:' ? 'console' : 'smtp'
  return process.env.NODE_ENV === 'production' ? 'none' : 'console'
}

/**
 * Sends one letter of plain text.
 * @throws where the mail server cannot be reached or refuses, and where there is no way to send
 */
export async function sendMail({ to, subject, text }: Letter): Promise<void> {
  const way = mailWay()
  if (way === 'none') throw new Error('SMTP_URL is not set, so no mail can be sent.')
  if (way === 'console') {
    console.log(`No mail server is set (SMTP_URL), so this mail is printed instead of sent.\nTo: ${to}\nSubject: ${subject}\n\n${text}\n`)
    return
  }
  // An address object is never read as a list of addresses.
  await transport().sendMail({ from: sender(), to: { name: '', address: to }, subject, text })
}

const sender = () => env('MAIL_FROM') ?? { name: 'Gloss', address: `gloss@${new URL(env('NEXTAUTH_URL')).hostname}` }

let open: { url: string; transporter: Transporter } | undefined

function transport(): Transporter {
  const url = env('SMTP_URL') ?? ''
  if (open?.url !== url) {
    const settings = { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
    open = { url, transporter: createTransport(settings) }
  }
  return open.transporter
}
