/** What a name and a password are sent as. */
export function basicAuthorization(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

/** What the login in an address is sent as, if there is one. */
export function authorizationIn({ username, password }: URL): string | undefined {
  return username === "" ? undefined : basicAuthorization(decoded(username), decoded(password));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
