import { namespace } from "sluice";

namespace("team", { labels: { "acme.example/team": "checkout" } });
