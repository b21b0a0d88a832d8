/** Who has the goods of a case on their bench: news for colleagues, never a lock and never a duty. */
import { z } from 'zod';
import { FactId, PersonId } from '../ids.ts';
import { caseId, note, recorded } from './recorded.ts';

/** Of one person in one case, as many as a hand-over names at once. */
export const mostTakings = 50;
const ids = z.array(FactId).max(mostTakings);

/** Somebody takes a case. Others may take it too, here or elsewhere: all of them are shown. */
export const CaseTakenFact = z.strictObject({
  ...recorded,
  kind: z.literal('caseTaken'),
  caseId,
  /** Where they work, as the station is called. */
  place: z.string().min(1).max(60),
  /** Inspections of their own finished before, as they knew: a later one ends it. */
  after: ids,
});

/** A case goes to somebody else, or back to everybody. */
export const CaseHandedOverFact = z.strictObject({
  ...recorded,
  kind: z.literal('caseHandedOver'),
  caseId,
  /** Who had it: oneself, or somebody who left. */
  from: PersonId,
  /** null: back to the list, for whoever comes next. */
  to: PersonId.nullable(),
  /** What ends by it: records by which they had it. */
  ends: ids,
  /** Inspections finished before by whoever it goes to. */
  after: ids,
  note,
});
