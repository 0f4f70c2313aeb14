import { namespace } from "sluice";
import { houseApp } from "./app.ts";
import { backup, volume } from "./components.ts";

export const houseNamespace = namespace("house");

const mosquitto = houseApp(houseNamespace, "mosquitto", {
  image: "public.ecr.aws/docker/library/eclipse-mosquitto",
  tag: "2.0.22",
  values: { service: { app: { controller: "mosquitto", type: "LoadBalancer", ports: { mqtt: { port: 1883 } } } } },
});

const zigbee2mqtt = houseApp(houseNamespace, "zigbee2mqtt", {
  image: "ghcr.io/koenkk/zigbee2mqtt",
  tag: "2.6.0",
  port: 8080,
  components: [volume("1Gi"), backup()],
  sync: { dependsOn: [mosquitto] },
});

/** It runs the heating, so an upgrade that fails is rolled back, and nobody has to get up. */
const homeAssistant = houseApp(houseNamespace, "home-assistant", {
  image: "ghcr.io/home-operations/home-assistant",
  tag: "2025.8.1",
  port: 8123,
  components: [volume("10Gi"), backup()],
  release: { upgrade: { remediation: { retries: 2, remediateLastFailure: true } }, rollback: { cleanupOnFail: true } },
  sync: { dependsOn: [mosquitto, zigbee2mqtt] },
});

export const house = [houseNamespace, mosquitto, zigbee2mqtt, homeAssistant];
