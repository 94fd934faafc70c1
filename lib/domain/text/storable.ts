import { z } from 'zod'
import { hasLoneSurrogate } from './code-points'

/**
 * Text that can be stored as it came: no null character, which Postgres refuses, and no lone surrogate, which UTF-8
 * cannot carry. Every short text that comes through a door begins with it; an article's body has checks of its own that
 * also say where.
 */
export const storableText = z.string().refine((text) => !text.includes('\0') && !hasLoneSurrogate(text), { error: 'unstorable' })
