import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Who a server lets in. */
export interface Account {
  readonly user: string;
  readonly password: string;
}

/** An account that nobody else has. */
export function newAccount(user: string): Account {
  return { user, password: randomBytes(12).toString("hex") };
}

/** The header with which a client says who it is. */
export function basicAuthorization({ user, password }: Account): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

/** Answers those who may not come in, and says whether it did. */
export function refuse({ headers }: IncomingMessage, response: ServerResponse, account: Account | undefined): boolean {
  if (account === undefined || headers.authorization === basicAuthorization(account)) return false;
  response.writeHead(401, { "www-authenticate": 'Basic realm="lab"' }).end();
  return true;
}
