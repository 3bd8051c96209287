// Every node of a parsed script.

import type { Node } from 'acorn';

/** Any node, with the parts that tests ask about. */
export interface AnyNode {
  type: string;
  name?: string;
  value?: unknown;
  object?: AnyNode;
  property?: AnyNode;
}

export function nodesOf(tree: Node): AnyNode[] {
  const nodes: AnyNode[] = [];
  const walk = (part: unknown) => {
    if (part === null || typeof part !== 'object') return;
    if ('type' in part) nodes.push(part as AnyNode);
    Object.values(part).forEach(walk);
  };
  walk(tree);
  return nodes;
}
