import { z } from 'zod';
import { caseId, recorded, Sha256 } from '../recorded.ts';
import { Paper, ReportVersion } from './paper.ts';

/**
 * A report of a case was printed: its number is counted per case, and beside it stands the mark of the
 * station, so that no two are called alike. The paper itself stays with whoever had it made.
 */
export const ReportMadeFact = z.strictObject({
  ...recorded,
  kind: z.literal('reportMade'),
  caseId,
  number: z.number().int().min(1).max(9999),
  version: ReportVersion,
  language: z.string().min(2).max(10),
  paper: Paper,
  /** Of the whole PDF, as it was given out. */
  sha256: Sha256,
  bytes: z.number().int().min(1),
  /** Of every record the report tells of (`recordsHash.ts`). */
  recordsHash: Sha256,
});
