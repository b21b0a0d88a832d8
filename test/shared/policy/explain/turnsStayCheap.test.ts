/**
 * What asking "what would change it" costs, counted in portions weighed and photos looked at: it is
 * asked of one portion while a person waits, in cases of any size.
 */
import { describe, expect, test } from 'vitest';
import type { PhotoTakenFact } from '../../../../shared/facts/fact.ts';
import type { PolicyInput, Turn } from '../../../../shared/policy/decision.ts';
import { counterfactuals } from '../../../../shared/policy/explain/counterfactuals.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import { findingId, orderLineId, photoId, unitGroupId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aPhoto, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';

const others = 40;
const sound = aFinding({ observation: { kind: 'noDefect' } });
const named = (n: number) => ({ findingId: findingId(`of-${n}`), photoIds: [photoId(`of-${n}`)] });

/** The ten pumps, and as many groups more, each with a finding of its own and a photo of it. */
function beside(count: number, situation: Situation, name = 'more'): PolicyInput {
  const input = aSituation(situation);
  const more = Array.from({ length: count }, (_, n) => ({
    group: aUnitGroup({ unitGroupId: unitGroupId(`${name}-${n}`), quantity: 1 }),
    finding: aFinding({ ...named(n), unitGroupId: unitGroupId(`${name}-${n}`), quantity: 1 }),
    photo: aPhoto({ photoId: photoId(`of-${n}`) }),
  }));
  return {
    ...input,
    unitGroups: [...input.unitGroups, ...more.map(({ group }) => group)],
    findings: [...input.findings, ...more.map(({ finding }) => finding)],
    photos: [...input.photos, ...more.map(({ photo }) => photo)],
  };
}

function costOf(given: PolicyInput): Cost {
  const cost = { weighed: 0, looked: 0 };
  const { parameters } = given.policy;
  const counted = Object.defineProperty({ ...parameters }, 'misuseIndicatorsNeeded', {
    get: () => {
      cost.weighed += 1;
      return parameters.misuseIndicatorsNeeded;
    },
  });
  const photos = given.photos.map((photo): PhotoTakenFact => {
    return Object.defineProperty({ ...photo }, 'photoId', {
      get: () => {
        cost.looked += 1;
        return photo.photoId;
      },
    });
  });
  const input = { ...given, photos, policy: { ...given.policy, parameters: counted } };
  const turns = counterfactuals(
    input,
    ({ group, spans }) =>
      group.unitGroupId === 'group-1' && (spans[0]?.from === 0 || group.quantity === 60),
  );
  return { turns, ...cost };
}

type Cost = { readonly turns: readonly Turn[]; readonly weighed: number; readonly looked: number };

describe('what would change one portion of a large case', () => {
  const shipped = { orderedQuantity: 100, shippedQuantity: 100 };
  const signs = aDefect({ cause: 'misuse', indicators: ['overload', 'impactMark'] });
  const sampling = { standard: 'ISO 2859-1', level: 'II', aqlMajor: 2.5, aqlMinor: 4 } as const;
  const situations: readonly (readonly [string, Situation])[] = [
    [
      'applied for too late',
      {
        office: { application: anApplication({ receivedOn: '2026-11-24' }) },
        found: [aFinding()],
      },
    ],
    [
      'proved to be misused, with its photo',
      {
        found: [aFinding({ observation: signs, photoIds: [photoId('p')] })],
        photos: [aPhoto({ photoId: photoId('p') })],
      },
    ],
    [
      'spoken for by a sample',
      {
        contract: { sampling },
        counted: { quantity: 60 },
        found: [{ ...sound, quantity: 20, units: [{ from: 0, to: 20 }] }],
      },
    ],
  ];
  test.each(situations)('%s: only what turns it is held against the whole case', (_, situation) => {
    const approved = { ...situation, sold: shipped, claim: { approvedQuantity: 100 } };
    const { looked, turns, weighed } = costOf(beside(others, approved));
    expect(turns.length).toBeGreaterThan(0);
    expect(weighed).toBeLessThan((turns.length + 1) * (others + 2) + 30);
    expect(looked).toBeLessThan((turns.length + 4) * (others + 1));
  });

  test('of a line that others have used up, only what leaves something is held against the whole', () => {
    const sold = { orderedQuantity: others, shippedQuantity: others };
    const situation = { sold, claim: { approvedQuantity: others }, found: [sound] };
    const { turns, weighed } = costOf(beside(others, situation, 'before'));
    expect(turns.map(({ changes }) => changes.map(({ code }) => code))).toEqual([
      ['turn.defectFound', 'turn.approvedQuantity', 'turn.shippedQuantity'],
    ]);
    expect(weighed).toBeLessThan((turns.length + 1) * (others + 2) + 60);
  });

  test('one of many portions of its group is tried without the others', () => {
    const found = Array.from({ length: others }, (_, n) =>
      aFinding({ ...named(n), quantity: 1, units: [{ from: n, to: n + 1 }] }),
    );
    const input = aSituation({
      contract: { sampling },
      sold: shipped,
      office: { application: anApplication({ receivedOn: '2026-11-24' }) },
      counted: { quantity: others },
      found,
    });
    const { turns, weighed } = costOf(input);
    expect(turns).toHaveLength(4);
    expect(weighed).toBeLessThan((turns.length + 1) * others + 30);
  });

  test('where nothing small enough turns it, the search ends, and decides nothing twice', () => {
    const unclear = aSituation({
      sold: {
        customised: true,
        shippedQuantity: 0,
        carrier: { name: 'Van', selectedBy: 'client' },
      },
      claim: { approvedQuantity: 0 },
      office: { application: anApplication({ receivedOn: '2026-11-24' }) },
      found: [
        aFinding({ quantity: 12 }),
        aFinding({ ...named(1), observation: aDefect({ cause: 'wear', claimed: false }) }),
      ],
    });
    const grantedElsewhere = [
      { orderLineId: orderLineId('order-line-1'), quantity: 10, value: 125_000 },
    ];
    const { turns, weighed } = costOf({ ...unclear, grantedElsewhere });
    expect(turns).toEqual([]);
    expect(weighed).toBeLessThan(260);
  });
});
