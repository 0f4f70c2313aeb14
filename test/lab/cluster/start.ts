import { newAccount } from "./account.ts";
import { chartRepositories } from "./chart-repository.ts";
import { startControlPlane } from "./control-plane.ts";
import { startFlux } from "./flux.ts";
import { gitOverHttp } from "./git-http.ts";
import { makeGitFolders, startGitOverSsh } from "./git-servers.ts";
import { startHttpServer } from "./http-server.ts";
import type { LabConnection } from "./lab.ts";
import { startNodes } from "./nodes.ts";
import { openProcesses } from "./processes.ts";
import { builtPrograms } from "./programs.ts";
import { startProxy } from "./proxy.ts";
import { recorder } from "./recorder.ts";
import { ociRegistry } from "./registry.ts";

/** A running lab. */
export interface Lab {
  readonly connection: LabConnection;
  stop(options: { readonly keepLogs: boolean }): Promise<void>;
}

/** Starts everything. What was started ends when it fails, and when this process ends in whatever way. */
export async function startLab(): Promise<Lab> {
  const programs = builtPrograms();
  const processes = await openProcesses();
  process.stderr.write(`lab: starting in ${processes.folder}\n`);
  const git = await makeGitFolders(processes.folder);
  const services = [gitOverHttp(git), chartRepositories(), ociRegistry(), ...recorder()];
  const proxyAccount = newAccount("proxy");
  const proxy = await startProxy(proxyAccount);
  const http = await startHttpServer([...services, proxy.record]);
  const open = [http, proxy];
  const stop: Lab["stop"] = async (options) => {
    await Promise.all(open.map((server) => server.close()));
    await processes.stop(options);
  };
  try {
    const [plane, gitSsh] = await Promise.all([
      startControlPlane(processes, programs),
      startGitOverSsh(processes, programs, git),
    ]);
    const [flux] = await Promise.all([startFlux(processes, programs, plane), startNodes(processes, programs, plane)]);
    const { server, token, ca, key, kubeconfig } = plane;
    const account = newAccount("flux");
    const guarded = await startHttpServer(services, { certificate: ca, key, account });
    open.push(guarded);
    const { folder, logs } = processes;
    const connection: LabConnection = {
      ...flux,
      server,
      token,
      ca,
      kubeconfig,
      folder,
      logs,
      programs: programs.paths,
      http: http.url,
      guarded: { url: guarded.url, account },
      proxy: { url: proxy.url, account: proxyAccount },
      gitSsh,
      git,
    };
    return { connection, stop };
  } catch (error) {
    await stop({ keepLogs: true });
    throw error;
  }
}
