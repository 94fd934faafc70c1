import 'server-only'
import { randomUUID } from 'node:crypto'
import { getLocale, getTranslations } from 'next-intl/server'
import { escapeHtml } from '@/lib/domain/text/escape-html'
import { deepLinkingAnswer, type DeepLinkingAnswer } from './deep-linking'
import { refusedPath } from './refused-path'

/**
 * Answers `/lti/return?ticket=`: a page that posts the signed answer to the platform, by itself or, without scripts, at a
 * click. It may be framed, since it is the frame that the platform waits in, and holds nothing that somebody else wrote.
 */
export async function answerReturn(request: Request): Promise<Response> {
  const answer = await deepLinkingAnswer(new URL(request.url).searchParams.get('ticket') ?? '')
  if (!answer) return new Response(null, { status: 303, headers: { location: refusedPath({ code: 'launchOver', path: '' }), ...fresh } })
  const nonce = btoa(randomUUID())
  return new Response(await page(answer, nonce), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy(new URL(answer.returnUrl).origin, nonce), ...fresh },
  })
}

const fresh = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

const policy = (platform: string, nonce: string) =>
  [
    // A platform may answer with a redirect to another host of its own, which browsers hold against the same list.
    `default-src 'none'`, `script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`, `form-action ${platform} https:`, `base-uri 'none'`, `frame-ancestors *`,
  ].join('; ')

async function page({ platform, returnUrl, token }: DeepLinkingAnswer, nonce: string): Promise<string> {
  const [locale, t] = [await getLocale(), await getTranslations('lti.return')]
  const title = escapeHtml(t('title', { platform }))
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Gloss</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeHtml(t('lead'))}</p>
<form id="answer" method="post" action="${escapeHtml(returnUrl)}">
<input type="hidden" name="JWT" value="${escapeHtml(token)}">
<button>${escapeHtml(t('submit', { platform }))}</button>
</form>
</main>
<script nonce="${nonce}">document.getElementById('answer').submit()</script>
</body>
</html>
`
}

/** The colours and measures of app/globals.css, of which this page needs a few only. */
const style = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#fbfaf7,#171612);color:light-dark(#1e1c18,#ece8de);font:15px/1.55 system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:420px;margin:0 auto;padding:32px 20px}h1{margin:0;font-size:26px;line-height:1.25}p{margin:8px 0 24px;color:light-dark(#575249,#b3ada0)}
button{min-height:40px;padding:6px 16px;border:0;border-radius:6px;background:light-dark(#1e1c18,#ece8de);color:light-dark(#fbfaf7,#171612);font:500 15px/1.5 system-ui,sans-serif;cursor:pointer}
button:focus-visible{outline:2px solid light-dark(#2457c5,#8fb0ff);outline-offset:2px}`
