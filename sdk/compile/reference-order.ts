import type { Collected, Node } from "./collect.ts";

/** Every node, each after those that refer to it and after what applies its container; else in the author's order. */
export function referrersFirst(collected: Collected): readonly Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const { target } of node.references) {
      if (target) for (const next of collected.nodesOf(target)) visit(next);
    }
    const container = node.directory && collected.directories.get(node.directory.path);
    for (const listing of container?.listings.flat() ?? []) visit(listing.node);
    order.push(node);
  };
  // Turned twice: what was visited first comes last.
  for (const node of collected.nodes.toReversed()) visit(node);
  return order.reverse();
}
