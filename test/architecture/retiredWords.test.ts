import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from './filesBelow.ts';

const root = path.resolve(import.meta.dirname, '../..');

type Retired = {
  readonly was: RegExp;
  readonly now: string;
  /** Where it may stay: the only room it is looked for in, or nothing. */
  readonly in?: string;
};

/** Private words for the craft's own things, and what one searches for instead. */
const retired: readonly Retired[] = [
  { was: /\b(kept)?InMind\b|\bkeptInMind\b/, now: 'cached by table' },
  { was: /\bcaseDesk\b|\bCaseOnDesk\b/, now: 'case cache' },
  { was: /\bstoreUponDesk\b/, now: 'optimistic save' },
  { was: /\bunstored\b/i, now: 'pending writes' },
  { was: /\bidentifierPages?\b/, now: 'identifier index' },
  { was: /\basTheyStand\b|\bAnsweredRun\b|\brunsAfter\b|\brunsWithout\b/, now: 'ack ranges' },
  { was: /\blet(Cases?|Photos|Refusals)Go\b|\bnoteLeaving\b/, now: 'retention: evict' },
  { was: /\bleavesStationsAt\b|\bletFinishedCasesLeave\b/, now: 'retention: expire' },
  { was: /\bbringBack\b/, now: 'republish' },
  { was: /\btakeFromFeed\b|\bgoneWithGaps\b/, now: 'tombstone, lost with a gap' },
  { was: /\bfallen(Among)?\b/, now: 'rejected', in: 'central/' },
  { was: /\b(load)?(Ledger|Library)\b/, now: 'working set, reference data' },
  { was: /\bnamedBy\b|\bbroughtBy\b|\brestingOn\b/, now: 'dependencies' },
  { was: /\blockThings\b|\bChangedThing\b/, now: 'entities' },
  { was: /\bworkOff\b/, now: 'process next refund' },
  { was: /\bGround\b/, now: 'deps', in: 'central/' },
  { was: /\bNeeds\b/, now: 'deps', in: 'electron/' },
  { was: /\bSyncParts\b|\buseParts\b/, now: 'deps', in: 'renderer/' },
  { was: /\batHand\b/i, now: 'prefetched' },
  { was: /\bturnstile\b/i, now: 'gate' },
  { was: /\balarm\(/, now: 'wakeable sleep' },
  { was: /\bhands(Of|On)\b|\bhandKey\b/, now: 'duties' },
  { was: /\bdecideVerdict\b/, now: 'compute verdict', in: 'shared/' },
  { was: /\bwhatWouldTurn\b|\b(fact|paper)Changes\b/, now: 'counterfactuals' },
  { was: /\b(Journal|Schema)Standing\b/, now: 'state; standing is a verdict’s' },
];

const sources = ['renderer', 'shared', 'electron', 'central', 'build', 'test'].flatMap((room) =>
  filesBelow(path.join(root, room))
    .map((file) => `${room}/${file}`)
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    // Sealed, planted, or this list.
    .filter((file) => !/upgrades\/|fixtures\/|retiredWords/.test(file)),
);

test('a private word that was given up does not come back', () => {
  const found = sources.flatMap((file) => {
    const code = withoutComments(readFileSync(path.join(root, file), 'utf8'));
    return retired
      .filter((word) => file.startsWith(word.in ?? '') && word.was.test(code))
      .map(({ was, now }) => `${file}: ${was.exec(code)?.[0] ?? ''} (say: ${now})`);
  });
  expect(found).toEqual([]);
  expect(sources.length).toBeGreaterThan(1000);
});

test('each of them is recognised', () => {
  const once = ['function letCasesGo() {}', 'const ledger: Ledger = x', 'type AnsweredRun = {}'];
  expect(once.filter((line) => retired.some(({ was }) => was.test(line)))).toEqual(once);
  const innocent = ['grantedLedger(x)', 'ledgerEntries', 'a ground for it', 'handsOver()'];
  expect(innocent.filter((line) => retired.some(({ was }) => was.test(line)))).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
