import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";

/** A cluster whose objects Pulumi applies: their parent. Depend on it to wait for them all. */
export class DeployedCluster extends ComponentResource {
  /** The type that the state and `pulumi preview` show. */
  static readonly TYPE: string = "sluice:index:Cluster";

  /**
   * @param name The cluster's name.
   * @internal
   */
  constructor(name: string, options: ComponentResourceOptions) {
    super(DeployedCluster.TYPE, name, {}, options);
  }

  /** @internal */
  close(outputs: Promise<object>): void {
    this.registerOutputs(outputs);
  }
}
