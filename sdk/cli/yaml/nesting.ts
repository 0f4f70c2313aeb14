/** How deep data may be nested: the API server does not take more than this either. */
export const DEPTH = 1000;
