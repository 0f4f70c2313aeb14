/**
 * A Git remote as Flux takes it: `git@github.com:acme/fleet.git` becomes an ssh URL, and what an URL holds of credentials is
 * left out. `undefined` for what no cluster could reach, such as a path.
 */
export function sourceUrl(remote: string): string | undefined {
  const [, user = "git", host, path] = /^(?:([^@/\s:]+)@)?([\w.-]+):(?!\/\/|\\)(.+)$/.exec(remote) ?? [];
  // One letter is a drive of Windows.
  if (host !== undefined && path !== undefined && host.length > 1)
    return `ssh://${user}@${host}/${path.replace(/^\/+/, "")}`;
  if (!URL.canParse(remote)) return undefined;
  const url = new URL(remote);
  if (!["https:", "http:", "ssh:"].includes(url.protocol)) return undefined;
  url.password = "";
  if (url.protocol !== "ssh:") url.username = "";
  return url.href;
}
