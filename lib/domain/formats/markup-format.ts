import type { Json } from './foreign'
import { listOf } from './read-json'

/** Whether a media type, in whatever case and with whatever parameters, is one whose texts are read as HTML or XML. */
export const isMarkup = (format: Json | undefined): boolean => listOf(format).some((each) => /html|xml|svg/i.test(String(each)))
