import type { ServerUnaryCall, sendUnaryData } from "@grpc/grpc-js";
import grpc from "@grpc/grpc-js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import service from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import proto from "@pulumi/pulumi/proto/provider_pb.js";
import statusProto from "@pulumi/pulumi/proto/status_pb.js";
import any from "google-protobuf/google/protobuf/any_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import type { Mutable } from "./differences.ts";
import type { Values } from "./engine-values.ts";
import { kubernetesProvider, NotReadyError, type Provider } from "./provider.ts";
import { RELEASE, releaseProvider } from "./releases.ts";
import type { World } from "./world.ts";

/** A provider that the engine reaches at a port of loopback. */
export interface ServedProvider {
  readonly port: number;
  stop(): void;
}

/** Serves a provider for Kubernetes from this process: the engine finds it by `PULUMI_DEBUG_PROVIDERS=kubernetes:PORT`. */
export async function serveProvider(world: World): Promise<ServedProvider> {
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(service.ResourceProviderService, methods(world));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { port, stop: () => server.forceShutdown() };
}

/** What is left out answers that it is not there, which is what the engine expects of an older provider. */
function methods(world: World) {
  const objects = kubernetesProvider(world);
  const providerOf = (request: { getUrn(): string }): Provider =>
    request.getUrn().split("::")[2]?.split("$").at(-1) === RELEASE ? releaseProvider : objects;
  let mutable: Mutable = { secrets: false, configMaps: false };
  let force = false;
  return {
    getPluginInfo: answer<unknown, unknown>(async () => new plugin.PluginInfo().setVersion("4.34.2")),
    attach: answer<unknown, unknown>(async () => new empty.Empty()),
    cancel: answer<unknown, unknown>(async () => new empty.Empty()),

    checkConfig: answer<proto.CheckRequest, proto.CheckResponse>(async (request) =>
      new proto.CheckResponse().setInputs(request.getNews()),
    ),
    diffConfig: answer<unknown, proto.DiffResponse>(async () =>
      new proto.DiffResponse().setChanges(proto.DiffResponse.DiffChanges.DIFF_NONE),
    ),
    configure: answer<proto.ConfigureRequest, proto.ConfigureResponse>(async (request) => {
      const variables = request.getVariablesMap();
      const isSet = (name: string): boolean => variables.get(`kubernetes:config:${name}`) === "true";
      mutable = { secrets: isSet("enableSecretMutable"), configMaps: isSet("enableConfigMapMutable") };
      force = isSet("enablePatchForce");
      return new proto.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),

    check: answer<proto.CheckRequest, proto.CheckResponse>(async (request) =>
      new proto.CheckResponse().setInputs(toStruct(providerOf(request).check(valuesOf(request.getNews())))),
    ),
    diff: answer<proto.DiffRequest, proto.DiffResponse>(async (request) => {
      const [state, before, wanted] = [request.getOlds(), request.getOldInputs(), request.getNews()].map(valuesOf);
      const { changed, replaces } = providerOf(request).diff(state ?? {}, before ?? {}, wanted ?? {}, mutable);
      const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
      return new proto.DiffResponse()
        .setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME)
        .setDiffsList([...changed])
        .setReplacesList([...replaces])
        .setDeletebeforereplace(replaces.length > 0 && !replaces.some((path) => path.startsWith("metadata.")));
    }),
    create: answer<proto.CreateRequest, proto.CreateResponse>(async (request) => {
      const inputs = valuesOf(request.getProperties());
      if (request.getPreview()) return new proto.CreateResponse().setProperties(request.getProperties());
      const { id, state } = await providerOf(request).create(inputs, request.getTimeout());
      return new proto.CreateResponse().setId(id).setProperties(toStruct(state));
    }),
    update: answer<proto.UpdateRequest, proto.UpdateResponse>(async (request) => {
      const inputs = valuesOf(request.getNews());
      if (request.getPreview()) return new proto.UpdateResponse().setProperties(request.getNews());
      const ignored = request.getIgnorechangesList();
      const { state } = await providerOf(request).update(inputs, {
        ignored,
        force,
        timeoutSeconds: request.getTimeout(),
      });
      return new proto.UpdateResponse().setProperties(toStruct(state));
    }),
    read: answer<proto.ReadRequest, proto.ReadResponse>(async (request) => {
      const kept = { id: request.getId(), state: valuesOf(request.getProperties()) };
      const found = await providerOf(request).read(kept, valuesOf(request.getInputs()));
      if (found === undefined) return new proto.ReadResponse();
      const { id, state, inputs } = found;
      return new proto.ReadResponse().setId(id).setProperties(toStruct(state)).setInputs(toStruct(inputs));
    }),
    delete: answer<proto.DeleteRequest, empty.Empty>(async (request) => {
      const kept = { id: request.getId(), state: valuesOf(request.getProperties()) };
      await providerOf(request).delete(kept, request.getTimeout());
      return new empty.Empty();
    }),
  };
}

type Unary<Request, Response> = (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => void;

function answer<Request, Response>(work: (request: Request) => Promise<Response>): Unary<Request, Response> {
  return (call, callback) => {
    work(call.request).then(
      (response) => callback(null, response),
      (error: unknown) => callback(describe(error)),
    );
  };
}

/** An object that is there and not ready comes with what the engine has to keep of it. */
function describe(error: unknown): Partial<grpc.StatusObject> {
  const details = error instanceof Error ? error.message : String(error);
  const metadata = new grpc.Metadata();
  if (error instanceof NotReadyError) {
    const { id, state } = error.kept;
    const failure = new proto.ErrorResourceInitFailed()
      .setId(id)
      .setProperties(toStruct(state))
      .setReasonsList([details]);
    const packed = new any.Any();
    packed.pack(failure.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new statusProto.Status();
    status.setCode(grpc.status.UNKNOWN);
    status.setMessage(details);
    status.addDetails(packed);
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  }
  return { code: grpc.status.UNKNOWN, details, metadata };
}

function valuesOf(message: struct.Struct | undefined): Values {
  return message?.toJavaScript() ?? {};
}

function toStruct(values: Values): struct.Struct {
  // It takes any JSON; its types ask for more than that.
  return struct.Struct.fromJavaScript(values as Record<string, struct.JavaScriptValue>);
}
