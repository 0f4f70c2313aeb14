import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { Service } from "./http-server.ts";
import type { GitFolders } from "./lab.ts";

/** Serves Git repositories by Git's own program for HTTP, to those who know a repository's password if it has one. */
export function gitOverHttp(folders: GitFolders): Service {
  return {
    prefix: "/git",
    answer: async (request, response, path, query) => {
      const name = /^([^/]+)\.git\//.exec(path)?.[1];
      if (name === undefined || !existsSync(join(folders.repositories, `${name}.git`))) {
        response.writeHead(404).end();
      } else if (!isAllowed(request, join(folders.passwords, name))) {
        response.writeHead(401, { "www-authenticate": 'Basic realm="lab"' }).end();
      } else {
        await serve(request, response, path, query, folders.repositories);
      }
    },
  };
}

function isAllowed({ headers }: IncomingMessage, passwordFile: string): boolean {
  if (!existsSync(passwordFile)) return true;
  return headers.authorization === `Basic ${Buffer.from(readFileSync(passwordFile)).toString("base64")}`;
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
  root: string,
): Promise<void> {
  const { headers } = request;
  const length = headers["content-length"];
  const git = spawn("git", ["http-backend"], {
    env: {
      PATH: process.env["PATH"],
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: `/${path}`,
      QUERY_STRING: query.toString(),
      REQUEST_METHOD: request.method,
      REMOTE_ADDR: "127.0.0.1",
      // Git lets nobody push who has no name.
      REMOTE_USER: "lab",
      CONTENT_TYPE: headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: headers["content-encoding"] ?? "",
      GIT_PROTOCOL: [headers["git-protocol"] ?? ""].flat().join(":"),
      ...(length === undefined ? {} : { CONTENT_LENGTH: length }),
    },
    stdio: ["pipe", "pipe", "inherit"],
  });
  // It may answer before it has read everything.
  git.stdin.on("error", () => {});
  request.pipe(git.stdin);
  return new Promise((resolve, reject) => {
    git.once("error", reject);
    let head: Buffer | undefined = Buffer.alloc(0);
    git.stdout.on("data", (chunk: Buffer) => {
      if (head === undefined) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      writeHead(response, head.subarray(0, end).toString("latin1"));
      response.write(head.subarray(end + 4));
      head = undefined;
    });
    git.once("close", () => {
      if (head !== undefined) response.writeHead(500);
      response.end(() => resolve());
    });
  });
}

function writeHead(response: ServerResponse, lines: string): void {
  let status = 200;
  for (const line of lines.split("\r\n")) {
    const colon = line.indexOf(":");
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
    if (name.toLowerCase() === "status") status = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.writeHead(status);
}
