import { runtime } from "@pulumi/pulumi";
import { vi } from "vitest";

/** A resource as a program asks the engine for it. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  /** As the engine gets them: secrets and unknown values as it writes them. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The names of what it depends on. */
  readonly dependsOn: readonly string[];
  readonly aliases: readonly { readonly name?: string; readonly type?: string; readonly parent?: string }[];
  readonly ignoreChanges: readonly string[];
  readonly retainOnDelete: boolean;
  /** The name of its parent. */
  readonly parent: string;
}

/** What an unknown value is written as. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value that is marked as a secret. */
export function secretOf(value: unknown): object {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** The parts of the engine's request that are looked at. */
interface Request {
  getType(): string;
  getName(): string;
  getObject(): { toJavaScript(): Record<string, unknown> } | undefined;
  getDependenciesList(): string[];
  getAliasesList(): { getSpec(): AliasSpec | undefined }[];
  getIgnorechangesList(): string[];
  getRetainondelete(): boolean;
  getParent(): string;
}

interface AliasSpec {
  getName(): string;
  getType(): string;
  getParenturn(): string;
  getNoparent(): boolean;
}

function readRequest(request: Request): Registration {
  return {
    type: request.getType(),
    name: request.getName(),
    inputs: request.getObject()?.toJavaScript() ?? {},
    dependsOn: request.getDependenciesList().map(nameOf),
    aliases: request.getAliasesList().flatMap((alias) => readAlias(alias.getSpec())),
    ignoreChanges: request.getIgnorechangesList(),
    retainOnDelete: request.getRetainondelete(),
    parent: nameOf(request.getParent()),
  };
}

function readAlias(spec: AliasSpec | undefined): Registration["aliases"] {
  if (spec === undefined) return [];
  const [name, type, parent] = [
    spec.getName(),
    spec.getType(),
    spec.getNoparent() ? "none" : nameOf(spec.getParenturn()),
  ];
  return [{ ...(name === "" ? {} : { name }), ...(type === "" ? {} : { type }), ...(parent === "" ? {} : { parent }) }];
}

function nameOf(urn: string): string {
  return urn.split("::")[3] ?? "";
}

/** The engine that Pulumi's mocks put in the place of its own. */
interface Monitor {
  registerResource: (request: Request, callback: (error: unknown, response: unknown) => void) => Promise<void>;
}

/** What a program did. */
export interface Recording {
  readonly registrations: readonly Registration[];
  readonly warnings: readonly string[];
}

/** Runs a program with an engine that only writes down what it is asked for. In a preview, nothing gets an id. */
export async function record(program: () => unknown, { preview = false } = {}): Promise<Recording> {
  await runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({ id: preview ? undefined : `${name}-id`, state: inputs }),
      call: () => ({}),
    },
    "project",
    "stack",
    preview,
  );
  const registrations: Registration[] = [];
  const warnings: string[] = [];
  vi.spyOn(console, "warn").mockImplementation((text: string) => {
    warnings.push(text.replace(/^warning: \[runtime\] /, ""));
  });
  // The mocks' own, whose type is that of the real one.
  const monitor = runtime.getMonitor() as unknown as Monitor;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    registrations.push(readRequest(request));
    return register(request, callback);
  };
  await program();
  await runtime.disconnect();
  return { registrations, warnings };
}

/** What a program asks for, without the component itself. */
export async function objectsOf(
  program: () => unknown,
  settings?: { readonly preview?: boolean },
): Promise<readonly Registration[]> {
  const { registrations } = await record(program, settings);
  return registrations.filter(({ type }) => type.startsWith("kubernetes:"));
}
