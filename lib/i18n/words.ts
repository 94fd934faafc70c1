/** The shape of a set of words: the same keys, any sentences. Every language must satisfy the shape of English. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
