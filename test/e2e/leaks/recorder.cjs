// Loaded into the command before anything else: notes what it writes to disk and which processes it starts, in the file that
// LEAK_RECORD names. LEAK_FAIL makes a function fail, as `fs.renameSync:2`: from its second call on.
const fs = require("node:fs");
const childProcess = require("node:child_process");
const crypto = require("node:crypto");
const { syncBuiltinESMExports } = require("node:module");

const { appendFileSync } = fs;
const record = process.env.LEAK_RECORD;
const [failing, from = "1"] = (process.env.LEAK_FAIL ?? "").split(":");
let calls = 0;

const textOf = (value) => {
  if (typeof value === "string") return value;
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("latin1");
  return JSON.stringify(value) ?? "";
};

// What is noted is written with the functions that are watched.
let isNoting = false;
const note = (what, ...parts) => {
  isNoting = true;
  appendFileSync(record, `${what} ${parts.map(textOf).join(" ")}\n`);
  isNoting = false;
};

const wrap = (module, name, owner, noted) => {
  const original = module[name];
  module[name] = function (...args) {
    if (isNoting) return original.apply(this, args);
    noted?.(...args);
    if (failing === `${owner}.${name}` && ++calls >= Number(from))
      throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    return original.apply(this, args);
  };
};

for (const name of ["writeFileSync", "appendFileSync", "writeFile", "appendFile", "writeSync", "write"])
  wrap(fs, name, "fs", (to, content) => note(name, to, content));
for (const name of ["writeFile", "appendFile"])
  wrap(fs.promises, name, "fs.promises", (to, content) => note(name, to, content));
for (const name of ["renameSync", "symlinkSync", "mkdirSync", "copyFileSync", "rmSync"])
  wrap(fs, name, "fs", (...args) => note(name, ...args));
for (const name of ["createCipheriv", "createHmac", "createDecipheriv", "createHash"]) wrap(crypto, name, "crypto");
for (const name of ["spawn", "spawnSync", "execFile", "execFileSync", "exec", "execSync", "fork"]) {
  wrap(childProcess, name, "child_process", (file, args, options) => {
    const { env, ...settings } = (Array.isArray(args) ? options : args) ?? {};
    // What a child inherits is known to whoever started us; what is added is not.
    const added = Object.entries(env ?? {}).filter(([key, value]) => process.env[key] !== value);
    note(name, file, Array.isArray(args) ? args : [], { cwd: settings.cwd, argv0: settings.argv0 }, added);
  });
}
syncBuiltinESMExports();
