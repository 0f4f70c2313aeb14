import { withDefaults } from "sluice";

withDefaults({ interval: "10m", prun: true });
