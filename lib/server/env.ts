import 'server-only'
import { z } from 'zod'
import { parseAllowedHosts } from './fetch/allowed-hosts'

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())

const hosts = z
  .preprocess((value) => value ?? '', z.string().transform(parseAllowedHosts))
  .pipe(z.array(z.string().regex(/^([a-z0-9.-]+|\[[0-9a-f:.]+\]):\d{1,5}$/)))

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//)
const shape = z.object({
  DATABASE_URL: databaseUrl,
  NEXTAUTH_URL: z.preprocess((value) => value || 'http://localhost:3000', z.url({ protocol: /^https?$/ })),
  NEXTAUTH_SECRET: z.string().min(32),
  TRUST_PROXY: z.preprocess((value) => value || 0, z.coerce.number().int().min(0).max(10)),
  API_REQUESTS_PER_MINUTE: z.preprocess((value) => value || 3000, z.coerce.number().int().min(1).max(100_000_000)),
  SMTP_URL: z.preprocess((value) => value || undefined, z.union([z.literal('console:'), z.url({ protocol: /^smtps?$/ })]).optional()),
  MAIL_FROM: optional,
  GOOGLE_CLIENT_ID: optional,
  GOOGLE_CLIENT_SECRET: optional,
  GITHUB_CLIENT_ID: optional,
  GITHUB_CLIENT_SECRET: optional,
  OIDC_ISSUER: z.preprocess((value) => value || undefined, z.url({ protocol: /^https?$/ }).optional()),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  OIDC_NAME: optional,
  IMPORT_ALLOW_HOSTS: hosts,
  LTI_ALLOW_HOSTS: hosts,
})

export type Env = z.infer<typeof shape>

const advice: Record<keyof Env, string> = {
  DATABASE_URL: 'DATABASE_URL must be the address of a PostgreSQL database, as in postgres://user:password@host:5432/gloss.',
  NEXTAUTH_URL: 'NEXTAUTH_URL must be the public address of this site, as in https://gloss.example.org.',
  NEXTAUTH_SECRET: 'NEXTAUTH_SECRET must be a secret of at least 32 characters, as made by `openssl rand -base64 32`.',
  TRUST_PROXY: 'TRUST_PROXY must be how many proxies of your own stand in front of this server, as in 1.',
  API_REQUESTS_PER_MINUTE: 'API_REQUESTS_PER_MINUTE must be how many requests a token, a person or an address may make to the API in a minute, as in 3000.',
  SMTP_URL: 'SMTP_URL must be the address of a mail server, as in smtps://user:password@mail.example.org:465.',
  MAIL_FROM: 'MAIL_FROM must be the sender of our mail, as in Gloss <gloss@example.org>.',
  GOOGLE_CLIENT_ID: 'GOOGLE_CLIENT_ID must be text.',
  GOOGLE_CLIENT_SECRET: 'GOOGLE_CLIENT_SECRET must be text.',
  GITHUB_CLIENT_ID: 'GITHUB_CLIENT_ID must be text.',
  GITHUB_CLIENT_SECRET: 'GITHUB_CLIENT_SECRET must be text.',
  OIDC_ISSUER: 'OIDC_ISSUER must be the address of an OpenID provider, as in https://login.example.org.',
  OIDC_CLIENT_ID: 'OIDC_CLIENT_ID must be text.',
  OIDC_CLIENT_SECRET: 'OIDC_CLIENT_SECRET must be text.',
  OIDC_NAME: 'OIDC_NAME must be the name on the button of the OpenID provider.',
  IMPORT_ALLOW_HOSTS: 'IMPORT_ALLOW_HOSTS must be a list of hosts with their ports, as in news.school.example:443, 10.0.0.5:8080.',
  LTI_ALLOW_HOSTS: 'LTI_ALLOW_HOSTS must be a list of hosts with their ports, as in moodle.school.example:443, 10.0.0.5:8080.',
}

/**
 * One setting of the process's environment, parsed when it is asked for: a build, which needs no settings, never asks.
 * An empty variable counts as one that is not set.
 * @throws Error with one sentence that says what the variable must be.
 */
export function env<Name extends keyof Env>(name: Name): Env[Name] {
  const parsed = shape.shape[name].safeParse(process.env[name])
  if (!parsed.success) throw new Error(advice[name])
  return parsed.data as Env[Name]
}
