import { resource } from "sluice";
import type { Component } from "./app.ts";
import { BACKUP_BUCKET } from "./secrets.ts";

/** A volume of the app's name. */
export function volume(storage: string): Component {
  return (app) =>
    resource({
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: app },
      spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage } } },
    });
}

/** Its daily copy. */
export function backup(): Component {
  return (app) =>
    resource({
      apiVersion: "volsync.backube/v1alpha1",
      kind: "ReplicationSource",
      metadata: { name: app },
      spec: {
        sourcePVC: app,
        trigger: { schedule: "0 3 * * *" },
        rclone: {
          rcloneConfig: "backup",
          rcloneConfigSection: "b2",
          rcloneDestPath: `${BACKUP_BUCKET}/${app}`,
          copyMethod: "Snapshot",
        },
      },
    });
}
