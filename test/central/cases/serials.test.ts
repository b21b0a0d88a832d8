import { beforeAll, expect, test } from 'vitest';
import { aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { aStory } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

onEachDatabase('A piece another case returned', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await aStation(ground().central, ground().keys);
  });
  const { article } = aUnitGroup();

  async function decided(
    number: number,
    by: string,
    more: Parameters<ReturnType<typeof aStory>['count']>[2],
  ) {
    const story = aStory(number);
    story.arrive();
    story.count('pump', 1, more);
    story.find('pump', 1);
    story.finish();
    story.decide(by, [{ group: 'pump' }]);
    return verdictsOf(await station.record(...story.facts)).at(-1);
  }

  test.each([
    ['with a blank in its serial', (n: number) => ({ serials: [`SN ${n}`] })],
    ['with a hyphen in its serial', (n: number) => ({ serials: [`sn-${n}`] })],
    ['in full-width signs', (n: number) => ({ serials: [`ＳＮ${n}`] })],
    [
      'by its GTIN alone',
      (n: number) => ({ serials: [`SN${n}`], article: { ...article, number: null } }),
    ],
    [
      'by its number alone',
      (n: number) => ({ serials: [`SN${n}`], article: { ...article, gtin: null } }),
    ],
  ])('is asked about, also %s', async (_how, again) => {
    const [one, other] = [ground().nextCase(), ground().nextCase()];
    expect(await decided(one, 'sara', { serials: [`SN${one}`] })).toBe('applied');
    expect(await decided(other, 'olga', again(one))).toBe('refused questionOpen');
  });
});
