/** What is recorded beside a case: who has its goods on their bench, news for colleagues and never a lock or a duty; what was reported of it. */
import { z } from 'zod';
import { FactId, PersonId } from '../ids.ts';
import { Paper, ReportVersion } from './codes.ts';
import { caseId, note, recorded, Sha256 } from './recorded.ts';

export const highestReportNumber = 9999;

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

/**
 * A report of a case was printed: its number is counted per case, and beside it stands the mark of the
 * station, so that no two are called alike. The paper itself stays with whoever had it made.
 */
export const ReportMadeFact = z.strictObject({
  ...recorded,
  kind: z.literal('reportMade'),
  caseId,
  number: z.number().int().min(1).max(highestReportNumber),
  version: ReportVersion,
  language: z.string().min(2).max(10),
  paper: Paper,
  /** Of the whole PDF, as it was given out. */
  sha256: Sha256,
  bytes: z.number().int().min(1),
  /** Of every record the report tells of (`recordsHash.ts`). */
  recordsHash: Sha256,
});
