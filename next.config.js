import createNextIntlPlugin from 'next-intl/plugin'

// The Content-Security-Policy is made in proxy.ts, since it carries a nonce, and who may frame a page is said there.
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
]

/** @type {import('next').NextConfig} */
const config = {
  // Tests build into a folder of their own, so that they run beside a demo.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // The W3C Web Annotation Protocol wants containers to end in a slash.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'jsdom', 'undici'],
  typescript: {
    // A file of its own that extends tsconfig.json: a build never rewrites the one that people edit.
    tsconfigPath: 'tsconfig.build.json',
    // `npm run types` checks the whole repository, the routes' generated types included, and `npm test` runs it first.
    ignoreBuildErrors: true,
  },
  // Texts of up to 2 MB are taken; what is larger must still arrive to be refused with a sentence.
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  agentRules: false,
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      { source: '/api/v1/:path*', headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }] },
    ]
  },
}

export default createNextIntlPlugin('./app/request-locale.ts')(config)
