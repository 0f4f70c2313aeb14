import { existsSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { ChartReference } from "../../../charts/chart-reference.ts";
import type { UsageError } from "../../arguments/command.ts";

/** A chart's name, and behind it a version, a range of versions or a digest. */
const NAMED = /^(?<name>[^/@:]+)(?:[@:](?<asked>.+))?$/;

const FORMS = "name a folder, a .tgz file, oci://HOST/PATH/NAME@VERSION or https://HOST/PATH/NAME@VERSION";

/**
 * The chart that an argument names: a folder, an archive, or a chart of a registry or a repository.
 *
 * @param root The folder that paths in the lock start at.
 */
export function chartOfArgument(argument: string, root: string): ChartReference | UsageError {
  if (!/^[a-z][a-z+.-]*:\/\//i.test(argument)) return localChart(argument, root);
  const refuse = (message: string): UsageError => ({ type: "usage", message, hint: FORMS });
  if (!URL.canParse(argument)) return refuse(`"${argument}" is no URL`);
  const url = new URL(argument);
  const shown = `${url.protocol}//${url.host}${url.pathname}`;
  if (!["oci:", "https:", "http:"].includes(url.protocol)) return refuse(`"${shown}" is no address of a chart`);
  // A lock is committed, and is no place for a password or a token.
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    return {
      type: "usage",
      message: `the address of a chart on ${url.host} holds more than where it is`,
      hint: "leave out credentials and what stands behind ?: the logins of helm and docker are used",
    };
  const end = argument.lastIndexOf("/", argument.includes("@") ? argument.indexOf("@") : argument.length);
  const repository = argument.slice(0, end);
  const { name, asked } = NAMED.exec(argument.slice(end + 1))?.groups ?? {};
  if (name === undefined || repository.endsWith("/")) return refuse(`"${shown}" names no chart`);
  if (asked?.startsWith("sha256:")) return { repository, name, digest: asked };
  return { repository, name, version: asked ?? "*" };
}

function localChart(argument: string, root: string): ChartReference | UsageError {
  const path = resolve(argument);
  if (!existsSync(path)) return { type: "usage", message: `there is no chart "${argument}"`, hint: FORMS };
  const name = relative(root, path).split(sep).join("/");
  return { repository: ".", name: isAbsolute(name) || name === "" ? "." : name };
}
