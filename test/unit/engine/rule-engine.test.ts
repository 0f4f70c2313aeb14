import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ruleEngine } from "../../../sdk/engine/rule-engine.ts";
import { UNKNOWN } from "../../../sdk/model/cel/unknown.ts";
import type { RuleEvaluator } from "../../../sdk/model/rule.ts";
import type { ObjectSchema, Schema } from "../../../sdk/model/schema.ts";

const TEXT: Schema = { type: "string" };
const WHOLE: Schema = { type: "integer" };

const SCHEMA: ObjectSchema = {
  type: "object",
  properties: {
    s: TEXT,
    i: WHOLE,
    n: { type: "number" },
    b: { type: "boolean" },
    port: { type: "int-or-string" },
    list: { type: "array", items: TEXT },
    set: { type: "array", items: TEXT, listType: "set" },
    ports: { type: "array", items: { type: "object", properties: { name: TEXT, port: WHOLE } } },
    labels: { type: "map", values: TEXT },
    wait: { type: "string", format: "duration" },
    at: { type: "string", format: "date-time" },
    bytes: { type: "string", format: "byte" },
    maybe: { type: "string", nullable: true },
    "dashed-name": TEXT,
    namespace: TEXT,
    free: { type: "opaque" },
    object: { type: "opaque", embedded: true, object: true },
  },
};

const engine = ruleEngine();

function outcome(rule: string, self: unknown, schema: Schema = SCHEMA): ReturnType<RuleEvaluator> {
  return engine({ rule, message: "" }, self, schema);
}

// Each of these was given to the API server's own evaluator.
describe("a rule comes to what the API server makes of it", () => {
  test.each<[rule: string, self: object, want: ReturnType<RuleEvaluator>]>([
    ["self.i / 2 == 2", { i: 5 }, true],
    ["self.i / 0 == 1", { i: 5 }, "error"],
    ["self.i * 9223372036854775807 > 0", { i: 5 }, "error"],
    ["self.n > 1", { n: 1.5 }, true],
    ["self.n > 1", { n: 1 }, false],
    ["type(self.port) == int ? self.port < 100 : self.port.endsWith('%')", { port: 80 }, true],
    ["type(self.port) == int ? self.port < 100 : self.port.endsWith('%')", { port: "http" }, false],
    ["self.port == 'http'", { port: 80 }, false],
    ["has(self.s)", {}, false],
    ["has(self.maybe)", { maybe: null }, false],
    ["self.s == 'a'", {}, "error"],
    ["self.s == 'a' || self.i == 1", { i: 1 }, true],
    ["self.s == 'a' || self.i == 1", { i: 2 }, "error"],
    ["self.list.all(x, x.startsWith('a')) && self.list.exists(x, x == 'ab')", { list: ["ab", "a"] }, true],
    ["self.ports.all(x, self.ports.exists_one(y, x.name == y.name))", { ports: [{ name: "a" }, { name: "a" }] }, false],
    ["self.ports.map(p, p.port).sum() == 3", { ports: [{ port: 1 }, { port: 2 }] }, true],
    ["has(self.ports[0].name)", { ports: [{}] }, false],
    ["has(self.ports[0].name)", { ports: [] }, "error"],
    ["self.labels.all(k, self.labels[k] != '')", { labels: { a: "b", "x/y": "" } }, false],
    ["'x/y' in self.labels && !has(self.labels.a)", { labels: { "x/y": "" } }, true],
    ["self.wait > duration('1m')", { wait: "1h" }, true],
    ["self.at > timestamp('2025-01-01T00:00:00Z')", { at: "2024-01-01T00:00:00Z" }, false],
    ["self.bytes == b'a'", { bytes: "YQ==" }, true],
    ["self.dashed__dash__name == self.__namespace__", { "dashed-name": "a", namespace: "a" }, true],
    ["size(self.s) == 2 && self.s.substring(1) == 'a' && self.s.indexOf('a') == 1", { s: "😀a" }, true],
    ["self.s.substring(3) == ''", { s: "a" }, "error"],
    ["self.s.matches('(?i)^A\\\\pL$')", { s: "aé" }, true],
    ["self.s.find('[0-9]+') == '12' && self.s.findAll('[0-9]').size() == 2", { s: "a12" }, true],
    ["int(self.s) == 12", { s: "12" }, true],
    ["int(self.s) == 12", { s: "" }, "error"],
    ["self.s.upperAscii() == 'AßÄ' || self.s.upperAscii() == 'Aßä'", { s: "aßä" }, true],
    ["isURL(self.s) && url(self.s).getHost() == 'a.b:80'", { s: "https://a.b:80/c" }, true],
    ["isURL(self.s)", { s: "a" }, false],
    ["quantity(self.s).isGreaterThan(quantity('1500Mi'))", { s: "1.5Gi" }, true],
    ["quantity(self.s).isLessThan(quantity('1'))", { s: "many" }, "error"],
    ["sets.contains(self.list, ['a'])", { list: ["b", "a"] }, true],
    ["self.set == ['b', 'a']", { set: ["a", "b"] }, true],
    ["self.list == ['b', 'a']", { list: ["a", "b"] }, false],
    ["isIP(self.s) && ip(self.s).family() == 6", { s: "2001:db8::1.2.3.4" }, true],
    ["isIP(self.s)", { s: "::ffff:1.2.3.4" }, false],
    ["ip(self.s).isLoopback()", { s: "127.1.2.3" }, true],
    ["ip(self.s).family() == 4", { s: "1.2.3" }, "error"],
    ["cidr(self.s).containsIP('10.1.2.3') && cidr(self.s).prefixLength() == 8", { s: "10.0.0.0/8" }, true],
    ["cidr(self.s).containsCIDR('10.0.0.0/7')", { s: "10.0.0.0/8" }, false],
    ["semver(self.s).isLessThan(semver('1.2.3')) && semver(self.s).minor() == 2", { s: "1.2.3-rc.1" }, true],
    ["semver('1.2.3-rc.10').compareTo(semver(self.s)) == 1", { s: "1.2.3-rc.9" }, true],
    ["isSemver(self.s)", { s: "v1.2.3" }, false],
    ["!format.dns1123Label().validate(self.s).hasValue()", { s: "a.b" }, false],
    ["!format.dns1123Subdomain().validate(self.s).hasValue()", { s: "a.b" }, true],
    ["self.object.metadata.name == 'a'", { object: { kind: "K", metadata: { name: "a", labels: {} } } }, true],
    ["has(self.object.kind)", { object: { kind: "K" } }, true],
    ["!oldSelf.hasValue() || self.s == oldSelf.value().s", { s: "a" }, true],
  ])("%s of %j", (rule, self, want) => {
    expect(outcome(rule, self)).toBe(want);
  });
});

test("the object itself shows its name and its kind, and nothing else of what every object has", () => {
  const anything: Schema = { type: "opaque" };
  const root: Schema = { type: "object", properties: { apiVersion: anything, kind: anything, metadata: anything } };
  const self = { apiVersion: "v1", kind: "K", metadata: { name: "a", labels: { b: "c" } } };
  expect(outcome("self.metadata.name == 'a' && self.kind == 'K'", self, root)).toBe(true);
  expect(outcome("has(self.metadata.labels)", self, root)).toBe(false);
});

describe("nothing is said of", () => {
  test.each<[what: string, rule: string, self: object]>([
    ["a value that only deployment brings", "self.s == 'a'", { s: UNKNOWN }],
    ["a value of another type", "self.s == 'a'", { s: 1 }],
    ["operands that cel-js has no operator for", "self.port < 100", { port: "http" }],
    ["a URL that is not plain", "isURL(self.s)", { s: "http://a b/%zz" }],
    ["a quantity that Kubernetes rounds", "quantity(self.s) == quantity('0')", { s: "0.0000000000001" }],
    ["the order of letters beyond the first plane", "self.list.isSorted()", { list: ["😀", "a"] }],
  ])("%s", (_what, rule, self) => {
    expect(outcome(rule, self)).toBe("unknown");
  });

  test("and what is known decides where it can", () => {
    expect(outcome("self.s == 'a' || self.i == 1", { s: UNKNOWN, i: 1 })).toBe(true);
  });
});

describe("cannot be evaluated", () => {
  test.each([
    ["no CEL", "self.s =="],
    ["a function of Kubernetes that is not known here", "format.named('uuid').hasValue()"],
    ["a name that is not known", "request.s == 'a'"],
    ["a message", "Foo{a: 1} == self.s"],
    ["an unsigned number", "self.i == 1u"],
    ["a macro of two variables", "self.list.all(i, x, x == 'a')"],
  ])("%s", (_what, rule) => {
    expect(outcome(rule, { s: "a", i: 1, list: [] })).toBe("unsupported");
  });
});

describe("a hostile rule or value ends soon", () => {
  const list = Array.from({ length: 2000 }, () => "a");

  test.each<[what: string, rule: string, self: object]>([
    ["lists within lists", "self.list.all(a, self.list.all(b, self.list.all(c, self.list.all(d, a == b))))", { list }],
    ["a pattern that JavaScript would run for ever", "self.s.matches('(a*)*(a*)*$b')", { s: "a".repeat(20_000) }],
    ["many searches in a long text", "self.list.all(a, self.s.contains(a))", { list, s: "b".repeat(1_000_000) }],
  ])("%s", (_what, rule, self) => {
    expect(outcome(rule, self)).not.toBe(true);
  });
});

test("whatever rule and value there are, there is an outcome", () => {
  const words = fc.constantFrom(
    ..."self .s .list .labels .port [0] ['a'] == != && || ! ( ) 1 'a' has(self.s) size( .all(x, x .map(x, + / in ? : .value() .matches('(')".split(
      " ",
    ),
  );
  const rule = fc.array(words, { maxLength: 10 }).map((parts) => parts.join(" "));
  const self = fc.dictionary(fc.constantFrom(...Object.keys(SCHEMA.properties), "__proto__"), fc.anything());
  fc.assert(
    fc.property(rule, self, (text, value) => {
      expect([true, false, "error", "unknown", "unsupported"]).toContain(outcome(text, value));
    }),
    { numRuns: 2000, seed: 1 },
  );
});
