// Adds to package-lock.json the packages for other platforms that npm left out of it. npm leaves them out when it writes the
// file beside installed packages, and when a registry does not carry them; `npm ci` then fails, here or on those platforms.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const OPERATING_SYSTEMS = "aix android darwin freebsd linux netbsd openbsd openharmony sunos win32".split(" ");
const PROCESSORS = "arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x x64".split(" ");

const file = fileURLToPath(new URL("../../package-lock.json", import.meta.url));
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = {};

for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const path = `node_modules/${name}`;
    const platform = platformOf(name);
    if (path in lock.packages || platform === undefined) continue;
    const { cpu, libc, os } = platform;
    // In npm's order, without what is undefined.
    missing[path] = { version, cpu, dev, libc, optional: true, os };
  }
}

// npm's own order.
const byPath = ([a], [b]) => a.localeCompare(b, "en");
lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(byPath));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(missing).length} packages added`);

/** Such packages are named after what they are for: `@rollup/rollup-linux-x64-musl`. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => OPERATING_SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = words.some((word) => word.startsWith("musl")) ? "musl" : words.includes("gnu") ? "glibc" : undefined;
  return { cpu: [cpu], libc: os === "linux" && libc !== undefined ? [libc] : undefined, os: [os] };
}
