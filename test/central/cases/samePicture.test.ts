/** The same picture does not prove two claims. */
import { beforeAll, expect, test } from 'vitest';
import type { Fact } from '../../../shared/facts/fact.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { recordedOn } from '../../builders/cases/recordedFacts.ts';
import { aStation, type TestStation } from '../aStation.ts';
import { aStory, type Story } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const refused = 'refused pictureOfOtherCase';
let pictures = 0;
const aPicture = () => (pictures += 1).toString(16).padStart(64, '7');

onEachDatabase('The same picture in two cases', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    const { central, keys } = ground();
    const policy = aPolicy();
    const evidence = [{ reason: null, severity: null, shots: ['defectCloseUp' as const] }];
    const body = { ...policy, parameters: { ...policy.parameters, evidence } };
    await central.seed.putDocuments([{ collection: 'policyVersions', body }]);
    station = await aStation(central, keys);
  });

  const sinceThen = (fact: Fact): Fact =>
    fact.kind === 'photoTaken' ? { ...fact, at: recordedOn('2026-11-30') } : fact;
  let pairs = 0;
  /** Two returns photographed with this picture, the first of them earlier. */
  function pair(sha256: string): readonly [Story, Story] {
    pairs += 1;
    return [photographed(`p${pairs}a`, sha256), photographed(`p${pairs}b`, sha256)];
  }
  function photographed(name: string, sha256: string) {
    const story = aStory(ground().nextCase(), name);
    story.arrive();
    story.count('goods', 10);
    story.photograph('goods', sha256);
    story.find('goods', 10);
    story.finish();
    story.decide('sara', [{ group: 'goods' }]);
    return story;
  }
  const before = (story: Story) => story.facts.filter((fact) => fact.kind !== 'verdictDecided');
  const decisions = (story: Story) => story.facts.filter((fact) => fact.kind === 'verdictDecided');
  const send = async (facts: readonly Fact[], from = station) => {
    const { results } = await from.record(...facts.map(sinceThen));
    const last = results.at(-1);
    return last?.kind === 'refused' ? `refused ${last.refusal.code}` : last?.kind;
  };

  test('proves the claim of the one that recorded it first', async () => {
    const [first, second] = pair(aPicture());
    await send([...before(first), ...before(second)]);
    expect(await send(decisions(second))).toBe(refused);
    expect(await send(decisions(first))).toBe('applied');
  });

  test('proves that claim also where everything comes in one push', async () => {
    const [first, second] = pair(aPicture());
    expect(await send([...second.facts, ...first.facts])).toBe(refused);
  });

  test('proves no other once something was granted on it, whenever that one took it', async () => {
    const [first, second] = pair(aPicture());
    expect(await send(second.facts)).toBe('applied');
    expect(await send(first.facts)).toBe(refused);
  });

  test('proves one claim where two stations decide at the same moment', async () => {
    const [first, second] = pair(aPicture());
    const other = await aStation(ground().central, ground().keys);
    const answers = await Promise.all([send(first.facts), send(second.facts, other)]);
    expect(answers.toSorted()).toEqual(['applied', refused]);
  });

  test('is free again when its record in the other case is taken back', async () => {
    const [first, second] = pair(aPicture());
    const photo = first.facts.find((fact) => fact.kind === 'photoTaken');
    if (!photo) throw new Error('no photo');
    const untilThen = first.facts.slice(0, first.facts.indexOf(photo) + 1);
    expect(await send([...untilThen, first.undo(photo)])).toBe('applied');
    expect(await send(second.facts)).toBe('applied');
  });

  test('stands in the way of nobody who takes one of their own', async () => {
    const [first, second] = pair(aPicture());
    await send([...before(first), ...before(second)]);
    const more = [
      second.photograph('goods', aPicture()),
      second.finish(),
      second.decide('sara', [{ group: 'goods' }]),
    ];
    expect(await send(more)).toBe('applied');
  });

  test('keeps the meaning it had where it was taken before the rule', async () => {
    const [first, second] = pair(aPicture());
    const { results } = await station.record(...first.facts, ...second.facts);
    expect(results.map(({ kind }) => kind)).not.toContain('refused');
  });
});
