import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { proxyFor } from "../../../../sdk/cli/charts/network/proxy.ts";
import { certificate } from "../../../tools/certificate.ts";
import { chartArchive, chartYaml } from "../../../tools/chart-archive.ts";
import { basic, listen, serve } from "../../../tools/chart-servers.ts";
import { findingOf, PASSWORD, user } from "./user.ts";

describe("a proxy", () => {
  test.each<[url: string, environment: Readonly<Record<string, string>>, want: string | undefined]>([
    ["https://a.example.com/", {}, undefined],
    ["https://a.example.com/", { HTTPS_PROXY: "http://proxy:3128" }, "http://proxy:3128/"],
    ["https://a.example.com/", { https_proxy: "proxy:3128" }, "http://proxy:3128/"],
    ["http://a.example.com/", { HTTPS_PROXY: "http://proxy:3128" }, undefined],
    ["http://a.example.com/", { HTTP_PROXY: "http://proxy:3128" }, "http://proxy:3128/"],
    ["https://a.example.com/", { HTTPS_PROXY: "socks5://proxy" }, undefined],
    ["https://a.example.com/", { HTTPS_PROXY: "p", NO_PROXY: "b.com, example.com" }, undefined],
    ["https://a.example.com/", { HTTPS_PROXY: "p", NO_PROXY: ".example.com" }, undefined],
    ["https://a.example.com/", { HTTPS_PROXY: "p", no_proxy: "*.example.com" }, undefined],
    ["https://a.example.com/", { HTTPS_PROXY: "p", NO_PROXY: "*" }, undefined],
    ["https://a.example.com/", { HTTPS_PROXY: "p", NO_PROXY: "example.com:443" }, undefined],
    ["https://a.example.com/", { HTTPS_PROXY: "p", NO_PROXY: "example.com:8443" }, "http://p/"],
    ["https://example.com/", { HTTPS_PROXY: "p", NO_PROXY: ".example.com" }, "http://p/"],
    ["https://example.com/", { HTTPS_PROXY: "p", NO_PROXY: "ample.com" }, "http://p/"],
    ["https://localhost:5000/", { HTTPS_PROXY: "p" }, undefined],
    ["http://127.0.0.1:5000/", { HTTP_PROXY: "p" }, undefined],
    ["http://[::1]:5000/", { HTTP_PROXY: "p" }, undefined],
  ])("for %s with %j is %j", (url, environment, want) => {
    expect(proxyFor(new URL(url), environment)?.href).toBe(want);
  });

  test("is told its login, and the server is not", async () => {
    const proxy = await serve(() => ({ status: 404 }));
    const { get } = user({}, { HTTP_PROXY: proxy.url.replace("://", `://anna:${PASSWORD}@`) });
    expect(findingOf(await get({ repository: "http://charts.example.com/a", name: "shop" }))).toContain(
      "there is no http://charts.example.com/a/index.yaml",
    );
    expect(proxy.asked).toMatchObject([{ path: "http://charts.example.com/a/index.yaml", authorization: undefined }]);
  });
});

describe("a server with a certificate of one's own", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const cert = certificate(publicKey, privateKey);
  const key = privateKey.export({ format: "pem", type: "pkcs8" });

  /** A repository at `https://flux`, whose name the certificate has, behind a proxy that knows where it is. */
  async function secureRepository(): Promise<{ proxy: string; logins: readonly (string | undefined)[] }> {
    const archive = await chartArchive({ "Chart.yaml": chartYaml("shop") });
    const index = JSON.stringify({ entries: { shop: [{ version: "1.0.0", urls: ["shop.tgz"] }] } });
    const secure = createSecureServer(
      { cert, key },
      ({ url }, response) => void response.end(url === "/index.yaml" ? index : archive),
    );
    const { host } = await listen(secure);
    const logins: (string | undefined)[] = [];
    const proxy = createServer();
    proxy.on("connect", ({ url, headers }, socket) => {
      logins.push(headers["proxy-authorization"]);
      if (url !== "flux:443") {
        socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
        return;
      }
      const [hostname = "", port] = host.split(":");
      const through = connect(Number(port), hostname, () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        through.pipe(socket).pipe(through);
      });
      for (const end of [socket, through]) end.on("error", () => void socket.destroy());
    });
    return { proxy: (await listen(proxy)).url, logins };
  }

  const reference = { repository: "https://flux", name: "shop" };

  test("is trusted where its certificate is named", async () => {
    const { proxy, logins } = await secureRepository();
    const { get, home } = user({ "ca.pem": cert }, { HTTPS_PROXY: proxy.replace("://", `://anna:${PASSWORD}@`) });
    expect(findingOf(await get(reference))).toMatch(
      /^chart\/not-fetched: .* from flux: its certificate is not trusted \(\w+\) \(name the file of its authority in NODE_EXTRA_CA_CERTS\)$/,
    );
    expect(new Set(logins)).toEqual(new Set([basic(`anna:${PASSWORD}`)]));
    const trusting = user({}, { HTTPS_PROXY: proxy, SSL_CERT_FILE: join(home, "ca.pem") });
    expect(await trusting.get(reference)).toMatchObject({ type: "read", version: "1.0.0" });
  });

  test.each<[what: string, line: (home: string) => string]>([
    ["by its certificate", (home) => `caFile: ${home}/ca.pem`],
    ["whatever it is", () => "insecure_skip_tls_verify: true"],
  ])("is trusted as helm repo add was told: %s", async (_, line) => {
    const { proxy } = await secureRepository();
    const { home } = user({ "ca.pem": cert });
    const file = `repositories:\n  - name: shop\n    url: https://flux\n    ${line(home)}\n`;
    const { get } = user({ ".config/helm/repositories.yaml": file }, { HTTPS_PROXY: proxy });
    expect(await get(reference)).toMatchObject({ type: "read", version: "1.0.0" });
  });

  test("is not reached where the proxy refuses", async () => {
    const { proxy } = await secureRepository();
    const { get } = user({}, { HTTPS_PROXY: proxy });
    expect(findingOf(await get({ repository: "https://other", name: "shop" }))).toContain(
      "from other: the proxy answers 403",
    );
  });
});

test("a host that takes no connection is said", async () => {
  const read = await user().get({ repository: "http://127.0.0.1:1", name: "shop" });
  expect(findingOf(read)).toContain('chart "shop" cannot be fetched from 127.0.0.1:1: it takes no connection');
});

test("a server that breaks off, or says too much, is said", async () => {
  const broken = await listen(createServer(({ socket }) => void socket.destroy()));
  expect(findingOf(await user().get({ repository: broken.url, name: "shop" }))).toContain(
    "it breaks the connection off",
  );
  const flood = await listen(
    createServer((_, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(1024 * 1024)));
      };
      response.on("drain", more);
      more();
    }),
  );
  expect(findingOf(await user().get({ repository: flood.url, name: "shop" }))).toContain("its answer is too large");
});
