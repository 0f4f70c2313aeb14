import { encryptedFile, substitution } from "sluice";

/** What is not for everybody's eyes: the household's domain and where its backups go. */
export const clusterSecrets = encryptedFile("cluster-secrets", "secrets/cluster-secrets.yaml");

export const DOMAIN = substitution("DOMAIN");
export const BACKUP_BUCKET = substitution("BACKUP_BUCKET");
