/** What people do with one return, step by step, each step a fact under an id of its own. */
import type { Answer, GroupChoice } from '../../shared/facts/decisionFacts.ts';
import type {
  Fact,
  FactOf,
  InspectionFinishedFact,
  Observation,
  UnitsCountedFact,
  VerdictDecidedFact,
} from '../../shared/facts/fact.ts';
import { aCorrection, aDecision, aFinishedInspection } from '../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  factId,
  findingId,
  inspectionId,
  personId,
  photoId,
  returnLineId,
  unitGroupId,
  verdictId,
} from '../builders/cases/ids.ts';
import {
  aDefect,
  aFinding,
  anArrival,
  aPhoto,
  aUnitGroup,
} from '../builders/cases/recordedFacts.ts';

export type Chosen = Partial<Omit<GroupChoice, 'unitGroupId'>> & { readonly group: string };

export type Story = {
  /** Everything told so far, in order. */
  readonly facts: readonly Fact[];
  arrive(): Fact;
  count(group: string, quantity: number, more?: Partial<UnitsCountedFact>): FactOf<'unitsCounted'>;
  find(group: string, quantity: number, more?: Partial<FactOf<'finding'>>): FactOf<'finding'>;
  photograph(group: string, sha256: string): FactOf<'photoTaken'>;
  /** Over everything told so far, or of one further inspection. */
  finish(more?: Partial<InspectionFinishedFact>): InspectionFinishedFact;
  undo(fact: Fact): Fact;
  startAgain(id: string): Fact;
  choose(verdict: string, over: readonly string[], by?: string): Fact;
  decide(
    by: string,
    choices: readonly Chosen[],
    more?: Partial<VerdictDecidedFact>,
    answers?: readonly Omit<Answer, 'reason'>[],
  ): VerdictDecidedFact;
};

/** The return `case-<number>`; `name` keeps the ids of several stories apart. */
export function aStory(number: number, name = `s${number}`): Story {
  const facts: Fact[] = [];
  let told = 0;
  let verdicts = 0;
  const theCase = caseId(`case-${number}`);
  const next = (what: string) => {
    told += 1;
    return `${name}-${String(told).padStart(3, '0')}-${what}`;
  };
  const tell = <F extends Fact>(fact: F): F => {
    facts.push(fact);
    return fact;
  };
  const group = (of: string) => unitGroupId(`${name}-${of}`);
  return {
    facts,
    arrive: () =>
      tell(
        anArrival({
          id: factId(next('arrival')),
          caseId: theCase,
          arrivalId: arrivalId(`${name}-arrival`),
          trackingNumber: `${name}-track`,
        }),
      ),
    count: (of, quantity, more = {}) =>
      tell(
        aUnitGroup({
          id: factId(next('count')),
          caseId: theCase,
          arrivalId: arrivalId(`${name}-arrival`),
          returnLineId: returnLineId('line-1'),
          unitGroupId: group(of),
          quantity,
          ...more,
        }),
      ),
    find: (of, quantity, more = {}) => {
      const id = next('finding');
      return tell(
        aFinding({
          id: factId(id),
          caseId: theCase,
          findingId: findingId(id),
          unitGroupId: group(of),
          quantity,
          ...more,
        }),
      );
    },
    photograph: (of, sha256) => {
      const id = next('photo');
      return tell(
        aPhoto({
          id: factId(id),
          caseId: theCase,
          photoId: photoId(id),
          subject: { kind: 'unitGroup', unitGroupId: group(of) },
          sha256,
        }),
      );
    },
    finish: (more = {}) => {
      verdicts += 1;
      return tell(
        aFinishedInspection({
          id: factId(next('inspection')),
          caseId: theCase,
          inspectionId: inspectionId(`${name}-inspection-${verdicts}`),
          verdictId: verdictId(`${name}-verdict-${verdicts}`),
          basis: facts
            .filter((f) => f.kind !== 'verdictDecided')
            .map((f) => f.id)
            .sort(),
          ...more,
        }),
      );
    },
    undo: (fact) =>
      tell(
        aCorrection({
          id: factId(next('undo')),
          caseId: theCase,
          personId: fact.personId,
          corrects: fact.id,
        }),
      ),
    startAgain: (id) => {
      const { siteId, stationId, at } = aDecision();
      const started: FactOf<'inspectionStarted'> = {
        id: factId(next('started')),
        siteId,
        stationId,
        at,
        personId: personId('ivan'),
        kind: 'inspectionStarted',
        caseId: theCase,
        inspectionId: inspectionId(id),
        inspection: 'reInspection',
        reason: 'The client objects',
      };
      return tell(started);
    },
    choose: (verdict, over, by = 'sara') => {
      const { siteId, stationId, at } = aDecision();
      const chosen: FactOf<'inspectionChosen'> = {
        id: factId(next('chosen')),
        siteId,
        stationId,
        at,
        personId: personId(by),
        kind: 'inspectionChosen',
        caseId: theCase,
        verdictId: verdictId(verdict),
        over: over.map(verdictId),
        reason: 'The second one looked closer',
      };
      return tell(chosen);
    },
    decide: (by, choices, more = {}, answers = []) =>
      tell(
        aDecision({
          id: factId(next('decision')),
          caseId: theCase,
          personId: personId(by),
          verdictId: verdictId(`${name}-verdict-${verdicts}`),
          reason: 'As seen',
          choices: choices.map(({ group: of, ...choice }) => ({
            unitGroupId: group(of),
            resolution: 'refund',
            disposition: 'scrap',
            overrideAmount: null,
            ...choice,
          })),
          answers: answers.map((answer) => ({ ...answer, reason: 'As seen' })),
          ...more,
        }),
      ),
  };
}

/** Arrived, counted into these groups, each leaking through and through, inspected. */
export function anInspectedStory(
  number: number,
  groups: Readonly<Record<string, number>>,
  observation: Observation = aDefect(),
  name?: string,
): Story {
  const story = aStory(number, name);
  story.arrive();
  for (const [group, quantity] of Object.entries(groups)) story.count(group, quantity);
  for (const [group, quantity] of Object.entries(groups))
    story.find(group, quantity, { observation });
  story.finish();
  return story;
}
