/**
 * Whether a text shows anything at all: spaces of every width, line ends, controls, zero-width characters and the letters
 * that Unicode keeps blank (Hangul fillers, the empty Braille cell) do not. '\u200B \u3164' shows nothing.
 */
export const isVisible = (text: string): boolean => /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)

/** Whether a text shows something by which it can be told from others: a sign, and not only marks or private ones. */
export const isTelling = (text: string): boolean => /[^\s\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
