import { alert, external, type GitRepository, type Kustomization, provider, receiver } from "sluice";
import type { Environment } from "./platform.ts";

/** What the team hears in Slack, and how it hurries Flux up: a push to GitHub calls a webhook. */
export function notifications(env: Environment, repository: GitRepository, synced: readonly Kustomization[]) {
  const slack = provider("slack", {
    type: "slack",
    channel: `platform-${env.name}`,
    // Its key "address" is the URL of Slack's API, its key "token" that of the bot.
    secretRef: external("Secret", "slack-bot"),
  });

  const failures = alert("failures", {
    providerRef: slack,
    eventSeverity: "error",
    eventSources: [...synced, { kind: "HelmRelease", name: "*", namespace: "podinfo" }],
    eventMetadata: { cluster: env.name },
  });

  const updates = alert("updates", {
    providerRef: slack,
    eventSources: [{ kind: "ImageUpdateAutomation", name: "*" }],
    eventMetadata: { cluster: env.name },
  });

  const pushes = receiver("pushes", {
    type: "github",
    events: ["ping", "push"],
    secretRef: external("Secret", "github-webhook"),
    resources: [repository],
  });

  return [slack, failures, updates, pushes];
}
