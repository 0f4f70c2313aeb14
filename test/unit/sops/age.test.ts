import { describe, expect, test } from "vitest";
import { recipientsForSops, unwrapWithAge, wrapForAge } from "../../../sdk/sops/age.ts";
import { newDataKey } from "../../../sdk/sops/data-key.ts";
import { ageRecipient, type KeyGroup, recipientOf, type WrappedGroup } from "../../../sdk/sops/recipient.ts";
import type { SopsFile } from "../../../sdk/sops/sops-file.ts";
import { ageKey, hybridAgeKey } from "./age-keys.ts";

const [one, two, three, hybrid] = await Promise.all([ageKey(), ageKey(), ageKey(), hybridAgeKey()]);
const [groupOne, groupTwo, groupThree] = [one, two, three].map(({ recipient }): KeyGroup => [ageRecipient(recipient)]);
const groups: readonly KeyGroup[] = [groupOne ?? [], groupTwo ?? [], groupThree ?? []];
const kms = recipientOf("kms", { arn: "arn:aws:kms:eu-west-1:1:key/a", aws_profile: "" });

/** A file of which only the keys count. */
function fileWith(keyGroups: readonly WrappedGroup[], shamirThreshold?: number): SopsFile {
  const selection = { by: "unencrypted_suffix", pattern: "_unencrypted" } as const;
  const metadata = { keyGroups, shamirThreshold, selection, macOnlyEncrypted: false, lastModified: "", mac: "" };
  return { documents: [], metadata };
}

describe("several key groups", () => {
  test.each([
    [undefined, [one, two, three], true],
    [undefined, [one, three], false],
    [2, [one, three], true],
    [2, [two], false],
    [2, [hybrid], false],
  ])("of which %s are enough", async (shamirThreshold, holders, isEnough) => {
    const dataKey = newDataKey();
    const wrapped = await wrapForAge(dataKey, { keyGroups: groups, shamirThreshold });
    const file = fileWith(wrapped, shamirThreshold);
    const found = await unwrapWithAge(
      file,
      holders.map(({ identity }) => identity),
    );
    expect(found).toEqual(isEnough ? dataKey : undefined);
  });

  test("keep their keys as long as they are the same", async () => {
    const dataKey = newDataKey();
    const wrapped = await wrapForAge(dataKey, { keyGroups: groups });
    expect(await wrapForAge(dataKey, { keyGroups: groups }, wrapped)).toEqual(wrapped);
    const larger = [[...(groups[0] ?? []), ageRecipient(hybrid.recipient)], ...groups.slice(1)];
    const changed = await wrapForAge(dataKey, { keyGroups: larger }, wrapped);
    expect(changed.flat().filter((key) => wrapped.flat().includes(key))).toEqual([]);
    const identities = [hybrid, two, three].map(({ identity }) => identity);
    expect(await unwrapWithAge(fileWith(changed), identities)).toEqual(dataKey);
  });
});

describe("one key group", () => {
  test("keeps the keys of those who stay", async () => {
    const dataKey = newDataKey();
    const before = await wrapForAge(dataKey, { keyGroups: [[...(groupOne ?? []), ...(groupTwo ?? [])]] });
    const after = await wrapForAge(dataKey, { keyGroups: [[...(groupThree ?? []), ...(groupTwo ?? [])]] }, before);
    expect(after[0]?.[1]).toBe(before[0]?.[1]);
    expect(await unwrapWithAge(fileWith(after), [three.identity])).toEqual(dataKey);
    expect(await unwrapWithAge(fileWith(after), [one.identity])).toBeUndefined();
  });

  test("keeps a key of another type, which only sops can make", async () => {
    const dataKey = newDataKey();
    const recipients = { keyGroups: [[kms, ...(groupOne ?? [])]] };
    expect(recipientsForSops(recipients)).toEqual([kms]);
    const key = { recipient: kms, enc: "of AWS", createdAt: "2001-12-14T21:59:43Z" };
    expect(recipientsForSops(recipients, [[key]])).toEqual([]);
    const [group] = await wrapForAge(dataKey, recipients, [[key]]);
    expect(group?.[0]).toBe(key);
  });
});

test.each([
  [one.recipient, true],
  [hybrid.recipient, true],
  ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB0", false],
  ["age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t", false],
  ["age1tag1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t", false],
])("%s is in process: %s", (recipient, isInProcess) => {
  expect(recipientsForSops({ keyGroups: [[ageRecipient(recipient)]] })).toHaveLength(isInProcess ? 0 : 1);
});

test("an identity that is malformed opens nothing, and is no obstacle", async () => {
  const dataKey = newDataKey();
  const file = fileWith(await wrapForAge(dataKey, { keyGroups: groups.slice(0, 1) }));
  const malformed = [
    one.identity.slice(0, -1),
    one.identity.toLowerCase(),
    "AGE-SECRET-KEY-1",
    "AGE-PLUGIN-YUBIKEY-1Q",
    "",
  ];
  expect(await unwrapWithAge(file, malformed)).toBeUndefined();
  expect(await unwrapWithAge(file, [...malformed, one.identity])).toEqual(dataKey);
});
