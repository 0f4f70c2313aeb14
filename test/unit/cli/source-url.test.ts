import { expect, test } from "vitest";
import { sourceUrl } from "../../../sdk/cli/init/source-url.ts";

test.each([
  ["git@github.com:acme/fleet.git", "ssh://git@github.com/acme/fleet.git"],
  ["github.com:acme/fleet", "ssh://git@github.com/acme/fleet"],
  ["me@git.example.com:/srv/git/fleet.git", "ssh://me@git.example.com/srv/git/fleet.git"],
  ["ssh://git@git.example.com:2222/acme/fleet.git", "ssh://git@git.example.com:2222/acme/fleet.git"],
  ["ssh://git:secret@git.example.com/fleet", "ssh://git@git.example.com/fleet"],
  ["https://github.com/acme/fleet.git", "https://github.com/acme/fleet.git"],
  ["https://me:ghp_secret@github.com/acme/fleet", "https://github.com/acme/fleet"],
  ["https://oauth2@gitlab.com/acme/fleet", "https://gitlab.com/acme/fleet"],
  ["http://git.lan:3000/fleet", "http://git.lan:3000/fleet"],
])("%j is %j to Flux", (remote, url) => {
  expect(sourceUrl(remote)).toBe(url);
});

test.each([
  "/srv/git/fleet.git",
  "../fleet",
  "file:///srv/fleet.git",
  "C:\\git\\fleet",
  "C:/git/fleet",
  "git://example.com/fleet",
  "",
])("no cluster reaches %j", (remote) => {
  expect(sourceUrl(remote)).toBeUndefined();
});
