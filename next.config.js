import createNextIntlPlugin from 'next-intl/plugin'

// The Content-Security-Policy is made in proxy.ts, since it carries a nonce, and who may frame a page is said there.
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
]

const fileHeaders = [
  { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
  { key: 'X-Frame-Options', value: 'DENY' },
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
  // The same address for people and for programs; proxy.ts, which knows who asks, sets the header and lets nobody else.
  async rewrites() {
    const has = [{ type: 'header', key: 'x-gloss-data', value: 'yes' }]
    return { beforeFiles: [{ source: '/codebooks/:path*', has, destination: '/api/v1/codebooks/:path*' }] }
  },
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      // What proxy.ts does not see. A file that is not there is answered by a page, which must not be framed either.
      ...['/api/v1/:path*', '/_next/:path*', '/favicon.ico', '/icon.svg'].map((source) => ({ source, headers: fileHeaders })),
    ]
  },
}

export default createNextIntlPlugin('./app/request-locale.ts')(config)
