import fc from "fast-check";
import { expect, test } from "vitest";
import { combineShares, splitSecret } from "../../../sdk/sops/shamir.ts";

/** A secret in shares, with which of them are at hand. */
const split = fc
  .record({
    secret: fc.uint8Array({ minLength: 1, maxLength: 40 }),
    threshold: fc.integer({ min: 2, max: 8 }),
    more: fc.nat({ max: 8 }),
    order: fc.infiniteStream(fc.nat()),
  })
  .map(({ secret, threshold, more, order }) => {
    const shares = splitSecret(secret, threshold + more, threshold);
    const shuffled = shares.map((share) => ({ share, rank: Number(order.next().value) }));
    return {
      secret,
      threshold,
      shares: shuffled.toSorted((one, other) => one.rank - other.rank).map(({ share }) => share),
    };
  });

test("as many shares as it takes give the secret back, whichever they are", () => {
  fc.assert(
    fc.property(split, ({ secret, threshold, shares }) => {
      expect(combineShares(shares.slice(0, threshold))).toEqual(secret);
      expect(combineShares(shares)).toEqual(secret);
    }),
  );
});

test("fewer do not", () => {
  const secret = Uint8Array.from({ length: 32 }, (_, index) => index);
  expect(combineShares(splitSecret(secret, 5, 3).slice(1, 3))).not.toEqual(secret);
});

test.each<[what: string, shares: readonly Uint8Array[]]>([
  ["no share", []],
  ["a share twice", [Uint8Array.of(1, 2, 1), Uint8Array.of(1, 2, 1)]],
  ["shares of different lengths", [Uint8Array.of(1, 2, 1), Uint8Array.of(1, 2)]],
  ["a share without a place", [Uint8Array.of(1, 0), Uint8Array.of(1, 2)]],
])("%s is put together to nothing", (_, shares) => {
  expect(combineShares(shares)).toBeUndefined();
});

test("it is the scheme of HashiCorp's Vault, which SOPS took over: shares that were made by it", () => {
  const shares = ["d4b8e70e64a44c78ff215d01", "02fb7aaea8c6376546f51502", "b933f8ceec111e6ed8b92d03"];
  const [one = [], two = [], three = []] = shares.map((share) => [Uint8Array.from(Buffer.from(share, "hex"))]);
  const secret = new TextEncoder().encode("open sesame");
  for (const pair of [
    [...one, ...two],
    [...two, ...three],
    [...three, ...one],
  ])
    expect(combineShares(pair)).toEqual(secret);
});
