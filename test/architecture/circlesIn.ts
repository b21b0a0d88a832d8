/**
 * Everything that needs itself by way of others: each group once, its names in order. Tarjan's
 * strongly connected components.
 */
export function circlesIn(
  arrows: readonly (readonly [from: string, to: string])[],
): readonly (readonly string[])[] {
  const targets = Map.groupBy(arrows, ([from]) => from);
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: (readonly string[])[] = [];

  function visit(name: string): number {
    const own = index.size;
    index.set(name, own);
    lowest.set(name, own);
    open.push(name);
    for (const [, to] of targets.get(name) ?? []) {
      const reached = index.has(to) ? (open.includes(to) ? lowest.get(to) : undefined) : visit(to);
      lowest.set(name, Math.min(lowest.get(name) ?? own, reached ?? own));
    }
    if (lowest.get(name) === own) {
      const group = open.splice(open.indexOf(name));
      if (group.length > 1) circles.push(group.toSorted());
    }
    return lowest.get(name) ?? own;
  }

  for (const name of targets.keys()) if (!index.has(name)) visit(name);
  return circles;
}
