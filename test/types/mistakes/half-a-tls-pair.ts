import { fromFile, tlsSecret } from "sluice";

tlsSecret("client", { "tls.crt": fromFile("client.crt") });
