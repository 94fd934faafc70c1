/** The host of an address, by which a link is named that has no title; of what is no address all of it. */
export const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : url)
