// A component of kosko's: models that check themselves, or with BENCH_MODELS=none plain objects, which nothing checks.
module.exports = async () => {
  const { manifests } = await import("../manifests.mjs");
  const objects = [...manifests(Number(process.env.BENCH_OBJECTS))];
  if (process.env.BENCH_MODELS === "none") return objects;
  const groups = await Promise.all([
    import("@kubernetes-models/flux-cd/helm.toolkit.fluxcd.io/v2"),
    import("@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1"),
    import("@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1"),
  ]);
  const models = Object.assign({}, ...groups);
  return objects.map(({ kind, metadata, spec }) => new models[kind]({ metadata, spec }));
};
