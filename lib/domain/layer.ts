/**
 * A layer is one set of annotations on one article, made by one set of people, with one codebook, under one policy.
 * `open` is the public reading every article is born with. Assignment, key, desk and curated layers will differ in
 * policy, not in code.
 */
export const layerKinds = ['open'] as const
export type LayerKind = (typeof layerKinds)[number]
