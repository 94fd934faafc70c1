import { command } from './steps/command.mjs'
import { build } from './steps/build.mjs'
import { prepare } from './steps/prepare.mjs'

// `npm run build`: what `npm start` serves.
command(async () => {
  await prepare()
  await build()
})
