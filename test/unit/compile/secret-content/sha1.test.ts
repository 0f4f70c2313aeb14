import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hmacSha1, sha1 } from "../../../../sdk/compile/secret-content/sha1.ts";

const bytes = fc.uint8Array({ maxLength: 300 });

test("it is the digest that Node's crypto makes", () => {
  fc.assert(
    fc.property(bytes, (message) => {
      expect(Buffer.from(sha1(message)).toString("hex")).toBe(createHash("sha1").update(message).digest("hex"));
    }),
  );
});

test("and so is the HMAC", () => {
  fc.assert(
    fc.property(bytes, bytes, (key, message) => {
      const wanted = createHmac("sha1", key).update(message).digest("hex");
      expect(Buffer.from(hmacSha1(key, message)).toString("hex")).toBe(wanted);
    }),
  );
});
