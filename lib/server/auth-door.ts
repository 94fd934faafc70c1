import 'server-only'
import { PrismaAdapter } from '@auth/prisma-adapter'
import type { NextRequest } from 'next/server'
import NextAuth, { type AuthOptions } from 'next-auth'
import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters'
import { nextPath } from '@/lib/domain/next-path'
import { authProviders } from './auth'
import { db } from './db'
import { env } from './env'
import { hostCookie } from './host-cookie'
import { longestSession, sessionCookie, tokenOf } from './session-token'
import { replaceSession } from './session'
import { insertAccount } from './users'

type Context = { params: Promise<{ nextauth: string[] }> }

/** The steps of signing in at a provider. Passwords, sessions and signing out have one way each, and it is not here. */
const steps: ReadonlySet<string> = new Set(['providers', 'csrf', 'signin', 'callback', 'error'])

/** Answers `/api/auth/*`: next-auth's protocol with providers, and nothing else of it. */
export async function authDoor(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!steps.has(nextauth[0] ?? '')) return new Response(null, { status: 404 })
  return NextAuth(request, context, authOptions())
}

/** next-auth's settings. Its sessions are tokens that name a row of ours, so that ending the row ends the session. */
export function authOptions(): AuthOptions {
  return {
    providers: authProviders(),
    adapter: adapter(),
    secret: env('NEXTAUTH_SECRET'),
    session: { strategy: 'jwt', maxAge: longestSession },
    // Nobody counts as signed in while signing in: a forgotten session must not have a stranger's provider account
    // joined to it, nor a revoked one let its holder back in.
    jwt: { decode: async () => null },
    cookies: {
      sessionToken: sessionCookie(),
      csrfToken: hostCookie('next-auth.csrf-token'),
      callbackUrl: hostCookie('next-auth.callback-url'),
      // As long as somebody may take at the provider.
      pkceCodeVerifier: forSignIn('next-auth.pkce.code_verifier'),
      state: forSignIn('next-auth.state'),
      nonce: forSignIn('next-auth.nonce'),
    },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      jwt: async ({ user }) => tokenOf(await replaceSession(user.id, 'provider')),
      redirect: ({ url, baseUrl }) => baseUrl + nextPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
  }
}

function forSignIn(name: string) {
  const cookie = hostCookie(name)
  return { ...cookie, options: { ...cookie.options, maxAge: 15 * 60 } }
}

/** Prisma's adapter, but for what is written: no provider tokens, and accounts as everywhere else. */
function adapter(): Adapter {
  const base: Adapter = PrismaAdapter(db)
  return {
    ...base,
    createUser: async ({ name, email }: Omit<AdapterUser, 'id'>) => {
      // Providers' addresses are kept only where confirmed: `personOf`.
      const emailVerified = email ? new Date() : null
      const made = await insertAccount({ name: name ?? 'Reader', email, emailVerified })
      if (!made) throw new Error('The address of a new account was taken in the meantime.')
      return { ...made, name, email, emailVerified }
    },
    linkAccount: async ({ userId, type, provider, providerAccountId }: AdapterAccount) => {
      await db.account.create({ data: { userId, type, provider, providerAccountId } })
    },
  }
}
