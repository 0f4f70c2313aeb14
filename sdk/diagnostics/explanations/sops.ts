import type { Explanations } from "./explanation.ts";

/** Why each `sops/…` is a rule, and what it looks like. */
export const SOPS: Explanations<"sops"> = {
  "sops/broken": {
    why: "Neither sops nor Flux decrypts it: Flux takes a file without its code for plain text, and applies what is encrypted as it is.",
    wrong: {
      text: `
sops:
  lastmodified: "2026-01-01T00:00:00Z"      # "mac" went away in a merge
`,
    },
    right: {
      text: `
$ git checkout main -- token.sops.yaml && sops edit token.sops.yaml
`,
    },
  },
  "sops/config": {
    why: "With a .sops.yaml that it cannot read, sops encrypts no file at all.",
    wrong: {
      text: `
creation_rules:
  - path_regex: ^apps/(.*        # the parenthesis is never closed
    age: age1…
`,
    },
    right: {
      text: `
creation_rules:
  - path_regex: ^apps/
    encrypted_regex: ^(data|stringData)$
    age: age1…
`,
    },
  },
  "sops/failed": {
    why: "Keys in a cloud, of PGP and of Vault are used through sops alone, and it did not encrypt the file.",
    wrong: {
      text: `
$ sluice build           # .sops.yaml names a PGP key that is not in the keyring
`,
    },
    right: {
      text: `
$ gpg --import team.asc
$ sluice build
`,
    },
  },
  "sops/no-key": {
    why: "Only who can read a file can encrypt it for somebody else.",
    wrong: {
      text: `
$ sluice secrets rotate  # on a machine without an age key of the files
`,
    },
    right: {
      text: `
$ SOPS_AGE_KEY_FILE=fleet.agekey sluice secrets rotate
`,
    },
  },
  "sops/not-installed": {
    why: "Sluice encrypts for age keys itself; every other kind of key takes the command sops.",
    wrong: {
      text: `
creation_rules:
  - encrypted_regex: ^(data|stringData)$
    kms: arn:aws:kms:eu-west-1:111122223333:key/…      # and there is no sops on the PATH
`,
    },
    right: {
      text: `
creation_rules:
  - encrypted_regex: ^(data|stringData)$
    age: age1…
`,
    },
  },
  "sops/recipients": {
    why: "Who was added to .sops.yaml cannot read the file yet, and who was taken out of it still can.",
    wrong: {
      text: `
$ sluice build           # a key was added to .sops.yaml
`,
    },
    right: {
      text: `
$ sluice secrets rotate
`,
    },
  },
  "sops/tampered": {
    why: "Its code does not fit what is in it: a merge mixed two versions, or somebody changed it who could not read it.",
    wrong: {
      text: `
$ sluice secrets rotate  # a value was copied from another file
`,
    },
    right: {
      text: `
$ git checkout HEAD~1 -- apps/secret-token.yaml
$ sluice secrets rotate
`,
    },
  },
  "sops/useless-key": {
    why: "A key that was cut off or mixed up opens nothing: without this warning the files would seem to be for somebody else.",
    wrong: {
      text: `
# the name of who may read, in the place of the key
$ SOPS_AGE_KEY=age1yt3tfqlfrwdwx0z0ynwplcr6qxcxfaqycuprpmy89nr83ltx74tqdpszlw sluice build
`,
    },
    right: {
      text: `
$ SOPS_AGE_KEY="$(grep AGE-SECRET-KEY fleet.agekey)" sluice build
`,
    },
  },
  "sops/whole-object": {
    why: "Flux has to know an object's kind, name and namespace before it decrypts its values.",
    wrong: {
      text: `
$ sops encrypt --in-place token.yaml
`,
    },
    right: {
      text: `
$ sops encrypt --encrypted-regex '^(data|stringData)$' --in-place token.yaml
`,
    },
  },
};
