/** Documents and facts of the forty, beside the demo company's own. */
import { dayTeller } from '../../../central/demo/company/demoDays.ts';
import { demoPeople } from '../../../central/demo/company/demoPeople.ts';
import { idFrom } from '../../../central/demo/company/identifiers.ts';
import { calendarOf } from '../../../central/demo/company/sites.ts';
import { type ToldStory, tellStory } from '../../../central/demo/stories/tellStory.ts';
import { basisOf, layersOf } from '../../../shared/cases/reading/layers.ts';
import { Fact } from '../../../shared/facts/fact.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { type InspectedReturn, inspectedReturns, type ReturnKey } from './returns.ts';

/** Beyond the numbers of the demo company's own stories. */
const firstNumber = 500;
const seed = 'forty';

export type ToldReturn = ToldStory & { readonly name: ReturnKey };

export function tellForty(today: LocalDate): readonly ToldReturn[] {
  const at = dayTeller(calendarOf('ewr', today), today);
  return [...inspectedReturns].map(([name, one], n) => {
    const told = tellStory(one.story, { seed, today, at, number: firstNumber + n });
    return { ...told, name, facts: lookedAtAgain(aboutUnits(told.facts, one), one) };
  });
}

/** Each finding is about the units it names. */
function aboutUnits(facts: readonly Fact[], { units = [] }: InspectedReturn): readonly Fact[] {
  const named = units.values();
  return facts.map((fact) => {
    if (fact.kind !== 'finding') return fact;
    const span = named.next().value;
    return span ? { ...fact, units: [span] } : fact;
  });
}

/** Another inspector begins, finds and finishes after the first, without their findings. */
function lookedAtAgain(facts: readonly Fact[], { again, story }: InspectedReturn): readonly Fact[] {
  const finished = facts.findLast((fact) => fact.kind === 'inspectionFinished');
  const finding = facts.find((fact) => fact.kind === 'finding');
  if (!again || finished?.kind !== 'inspectionFinished' || finding?.kind !== 'finding')
    return facts;
  const idLater = (what: string, minutes: number) =>
    idFrom(`${seed}:${story.key}:again:${what}`, Date.parse(finished.at.utc) + minutes * 60_000);
  const by = (what: string, minutes: number) => ({
    id: idLater(what, minutes),
    personId: demoPeople.raman.person.id,
    at: {
      ...finished.at,
      utc: new Date(Date.parse(finished.at.utc) + minutes * 60_000).toISOString(),
      monotonicMs: finished.at.monotonicMs + minutes * 60_000,
    },
  });
  const { siteId, stationId, caseId } = finished;
  const inspectionId = idLater('inspection', 1);
  const start = Fact.parse({
    ...by('start', 1),
    siteId,
    stationId,
    caseId,
    kind: 'inspectionStarted',
    inspectionId,
    inspection: 'blindSecond',
    reason: 'The client says otherwise.',
  });
  const found = Fact.parse({
    ...finding,
    ...by('found', 5),
    findingId: idLater('finding', 5),
    inspectionId,
    observation: again,
    note: 'Looked at by another, an hour on the test rig.',
  });
  const both = [...facts, start, found];
  const layers = layersOf(both);
  const own = layers.find((layer) => layer.inspectionId === inspectionId);
  if (!own) throw new Error('Nothing was begun again');
  const end = Fact.parse({
    ...finished,
    ...by('end', 9),
    inspectionId,
    verdictId: idLater('verdict', 9),
    inspection: 'blindSecond',
    basis: basisOf(both, layers, own),
  });
  return [...both, end];
}
