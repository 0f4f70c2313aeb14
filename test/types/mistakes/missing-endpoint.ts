import { bucket } from "sluice";

bucket("artifacts", { bucketName: "artifacts", interval: "5m" });
