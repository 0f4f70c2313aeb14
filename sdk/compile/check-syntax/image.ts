import type { SyntaxProblem } from "./syntax-problem.ts";
import { readUrl } from "./url.ts";

const TAG = /^[\w.-]{1,128}$/;

/** Reads the repository of an image, without tag and digest: `ghcr.io/acme/app`. */
export function readImageRepository(text: string): SyntaxProblem | undefined {
  const scheme = /^[A-Za-z][A-Za-z\d+.-]*:\/\//.exec(text)?.[0];
  if (scheme !== undefined) {
    const rest = text.slice(scheme.length);
    return { problem: "starts as a URL, which an image does not", hint: instead(rest) };
  }
  return repositoryProblem(text, text);
}

/** Reads the URL of a repository in a registry, without tag and digest: `oci://ghcr.io/acme/app`. */
export function readOciRepository(text: string): SyntaxProblem | undefined {
  return text.startsWith("oci://") ? repositoryProblem(text, text.slice("oci://".length)) : undefined;
}

/** Reads the URL of an artifact in a registry, which may have a tag or digest: `oci://ghcr.io/acme/app:v1`. */
export function readOciArtifact(text: string): SyntaxProblem | undefined {
  if (!text.startsWith("oci://")) return undefined;
  const [name = "", digest] = text.slice("oci://".length).split("@", 2);
  const tag = /:([^:/]*)$/.exec(name)?.[1];
  const hasTag = tag !== undefined && name.includes("/");
  const repository = hasTag ? name.slice(0, -tag.length - 1) : name;
  return (
    repositoryProblem(text, repository) ??
    (hasTag ? readTag(tag) : undefined) ??
    (digest === undefined ? undefined : readDigest(digest))
  );
}

/** Reads a tag. */
export function readTag(text: string): SyntaxProblem | undefined {
  if (text === "" || TAG.test(text)) return undefined;
  const hint = text.includes("+")
    ? `write ${JSON.stringify(text.replaceAll("+", "_"))}: in tags "+" becomes "_"`
    : HINT_OF_TAG;
  return { problem: "is no tag that a registry can have", hint };
}

const HINT_OF_TAG = 'write at most 128 letters, digits, "_", "-" and "."';

/** Reads a digest. */
export function readDigest(text: string): SyntaxProblem | undefined {
  const isOther = /^[a-z\d]+:/.test(text) && !text.startsWith("sha256:");
  if (text === "" || isOther || /^sha256:[\da-f]{64}$/.test(text)) return undefined;
  return { problem: "is no digest", hint: 'write "sha256:" and 64 hexadecimal digits in lower case' };
}

function repositoryProblem(text: string, repository: string): SyntaxProblem | undefined {
  const [first = "", ...others] = repository.split("/");
  const hasHost = others.length > 0 && /[.:]/.test(first);
  const path = hasHost ? others.join("/") : repository;
  const end = /[@:].*$/.exec(path)?.[0];
  if (end !== undefined && path.length > end.length) {
    const what = end.startsWith("@") ? "digest" : "tag";
    return {
      problem: `has the ${what} ${JSON.stringify(end.slice(1))}, which does not belong here`,
      hint: `${instead(text.slice(0, -end.length))}, and say elsewhere which version it is`,
    };
  }
  if (hasHost) {
    const host = readUrl(`oci://${first}`);
    if (host !== undefined) return host;
  }
  if (/[A-Z]/.test(path))
    return {
      problem: "has upper-case letters",
      hint: instead(text.replace(path, path.toLowerCase())),
    };
  if (/^[\da-z_./-]{1,255}$/.test(path)) return undefined;
  return { problem: "names no repository of a registry", hint: USUAL };
}

const USUAL = 'write a host and a path, such as "ghcr.io/acme/app"';

/** What to write instead. In front of an `@` there may be a password, which is not shown. */
function instead(text: string): string {
  return text.includes("@") ? USUAL : `write ${JSON.stringify(text)}`;
}
