import { resourceSetInputProvider } from "sluice";

resourceSetInputProvider("tenants", { type: "Static", url: "https://github.com/acme/app", defaultValues: { a: 1 } });
