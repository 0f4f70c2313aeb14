/** What stands at an address, or why it cannot be had: `the server answers 404`. */
export type FetchedText = { readonly text: string } | { readonly problem: string };

/** Gets what stands at an absolute address. It never throws. */
export type FetchText = (url: string) => Promise<FetchedText>;
