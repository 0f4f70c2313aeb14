/** What the test changes between builds: it writes this file anew. */
export interface Settings {
  /** The namespace of everything. */
  readonly namespace: string;
  /** This repository, as Flux reaches it. */
  readonly repository: string;
  /** The image, in a registry without TLS. */
  readonly image: string;
  /** The version to start from. */
  readonly tag: string;
  readonly note: string;
}

export const settings: Settings = {
  namespace: "images",
  repository: "https://example.com/images.git",
  image: "example.com/app",
  tag: "1.0.0",
  note: "one",
};
