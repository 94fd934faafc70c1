import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const config = [
  { ignores: ['.next/**', '.gloss/**', 'prisma/generated/**', 'test-results/**', 'playwright-report/**', 'next-env.d.ts'] },
  ...next,
  ...typescript,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: 'error',
    },
  },
  { files: ['*.config.mjs'], rules: { 'import/no-anonymous-default-export': 'off' } },
  { files: ['lib/domain/**'], rules: { 'no-console': 'error' } },
  // Commands talk to the person who runs them; mail without a mail server is printed for the developer.
  { files: ['scripts/**', 'prisma/**', 'tests/**', 'lib/server/mail.ts'], rules: { 'no-console': 'off' } },
]

export default config
