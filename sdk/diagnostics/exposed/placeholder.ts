/** A variable, a template, a part to be filled in, or a reference to where a value is kept. */
const FILLED_IN =
  /\$|\{[^{}]*\}|\{\{|\}\}|\{%|<[^<>]*>|\[\[|\(\(|%[\w(]|^ENC\[|^[^:]{2,12}\+?:\/\/|^(?:env|file|vault|ref|op|secret)[:/]|^__|__$/;

/** Nothing but signs that stand for characters, or the same one again and again. */
const MASKED = /^(?:[*.xX#_…•-]+|(.)\1*)$/;

/** Words that people write where a password is to come. */
const WORDS =
  /^(?:(?:my|your|the|some|a|super|test|demo|default|initial|insert|enter|change|replace|use|add|put|set|is|not|very|strong|secure|random|secret|secrets|password|passwd|pass|passphrase|pwd|token|key|api|value|here|this|that|it|me|to|be|in|of|please|example|sample|dummy|fake|foo|bar|baz|placeholder|changeme|changeit|changed|replaceme|todo|tbd|fixme|redacted|removed|hidden|masked|encrypted|admin|administrator|root|user|username|guest|none|null|nil|empty|true|false|yes|no|on|off|auto|generated|generate|required|optional|enabled|disabled|unused|ignored|undefined|bearer|basic|opaque|existing|postgres|postgresql|mysql|mariadb|mongo|mongodb|redis|rabbitmq|minio|minioadmin|grafana|\d{1,6})(?:[\s_.!-]+|$))+$/i;

/** Says of a text in the place of a password or token that it is none: something else comes there, or nobody keeps it secret. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length < 4 || FILLED_IN.test(trimmed) || MASKED.test(trimmed) || WORDS.test(trimmed);
}
