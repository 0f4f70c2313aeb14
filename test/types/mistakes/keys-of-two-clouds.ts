import { bucketSecret, fromEnv } from "sluice";

bucketSecret("storage", { accesskey: "id", secretkey: fromEnv("KEY"), serviceaccount: fromEnv("ACCOUNT") });
