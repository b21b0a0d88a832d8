/** Where the time of a work went, by V8's own profiler: a .cpuprofile, and its heaviest functions. */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

type Frame = { readonly functionName: string; readonly url: string; readonly lineNumber: number };
type Profile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: Frame;
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
};

export async function profiled<T>(page: Page, file: string, work: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  const done = await work();
  const { profile } = await session.send('Profiler.stop');
  writeFileSync(`${file}.cpuprofile`, JSON.stringify(profile));
  const text = heaviest(profile).join('\n');
  writeFileSync(`${file}.profile.txt`, text);
  console.log(text);
  return done;
}

/** Functions by their own time and by the time of all they call, in ms. */
function heaviest(profile: Profile): readonly string[] {
  const own = new Map<number, number>();
  const deltas = profile.timeDeltas ?? [];
  (profile.samples ?? []).forEach((id, index) => {
    own.set(id, (own.get(id) ?? 0) + (deltas[index] ?? 0) / 1000);
  });
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const self = new Map<string, number>();
  const total = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, ms: number) =>
    to.set(name, (to.get(name) ?? 0) + ms);

  function walk(id: number, above: ReadonlySet<string>): number {
    const node = byId.get(id);
    if (!node) return 0;
    const { functionName, lineNumber } = node.callFrame;
    const name = `${functionName || '(anonymous)'}:${lineNumber + 1}`;
    const mine = own.get(id) ?? 0;
    const inside = new Set(above).add(name);
    const below = (node.children ?? []).reduce((sum, child) => sum + walk(child, inside), 0);
    add(self, name, mine);
    // A function that calls itself is counted once.
    if (!above.has(name)) add(total, name, mine + below);
    return mine + below;
  }
  const [root] = profile.nodes;
  const all = root ? walk(root.id, new Set()) : 0;
  const ranked = (of: Map<string, number>) =>
    [...of]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 40)
      .map(([name, ms]) => `${ms.toFixed(0).padStart(8)} ms  ${name}`);
  return [
    `all ${all.toFixed(0)} ms`,
    'own time:',
    ...ranked(self),
    'with calls:',
    ...ranked(total),
  ];
}
