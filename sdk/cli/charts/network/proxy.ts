import type { Environment } from "../../secrets/read-secret.ts";

/** The proxy that a request goes through, by the variables that Go's programs know too. */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const read = (name: string): string | undefined => environment[name] || environment[name.toLowerCase()] || undefined;
  const named = read(url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY");
  if (named === undefined || isLoopback(url.hostname) || isExempt(url, read("NO_PROXY") ?? "")) return undefined;
  const address = /^[a-z0-9+.-]+:\/\//i.test(named) ? named : `http://${named}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  return proxy !== undefined && ["http:", "https:"].includes(proxy.protocol) ? proxy : undefined;
}

/** Says whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/i.test(hostname);
}

/** Names stand for what is below them too; a dot in front leaves out the name itself. */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const ownPort = port || (protocol === "https:" ? "443" : "80");
  return list.split(",").some((part) => {
    const [, name = "", onlyPort] = /^(.*?)(?::(\d+))?$/.exec(part.trim().toLowerCase()) ?? [];
    if (name === "" || (onlyPort !== undefined && onlyPort !== ownPort)) return false;
    const suffix = name.replace(/^\*?(?=\.)/, "");
    if (name === "*") return true;
    return suffix.startsWith(".") ? hostname.endsWith(suffix) : hostname === name || hostname.endsWith(`.${name}`);
  });
}
