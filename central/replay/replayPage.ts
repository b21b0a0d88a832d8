import type { PolicyInput } from '../../shared/policy/decision.ts';
import { replayCase } from '../../shared/policy/replay.ts';
import type { PolicyVersion } from '../../shared/returns/documents.ts';
import {
  closingDecision,
  inputWhenDecided,
  replayReport,
} from '../../shared/returns/replayCases.ts';
import { decidingOf } from '../../shared/returns/verdict.ts';
import type { ReplayPage } from '../../shared/sync/centralApi.ts';
import type { Rows } from '../database/openDatabase.ts';
import { loadWholeCases } from '../returns/caseRows.ts';
import { fileOf, type Ledger, referencesOf } from '../returns/ledger.ts';
import { countDecidedCases, decidedCasesAfter } from './decidedCaseRows.ts';

/**
 * Decides a page of closed cases again under a draft: over exactly the facts the decided verdict
 * rested on, with the answers given then, on the day it was decided. Changes nothing.
 */
export async function replayPage(
  rows: Rows,
  asked: {
    readonly draft: PolicyVersion;
    readonly siteId: string | null;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<ReplayPage> {
  const caseIds = await decidedCasesAfter(rows, asked);
  const ledger = await loadWholeCases(rows, caseIds);
  const replays = caseIds.flatMap((caseId) => {
    const input = inputThen(ledger, caseId);
    return input ? [replayCase(input, asked.draft)] : [];
  });
  return {
    total: await countDecidedCases(rows, asked.siteId),
    ...replayReport(replays, (caseId) => ledger.cases.get(caseId)?.rma ?? null),
    next: caseIds.length < asked.limit ? null : (caseIds.at(-1) ?? null),
  };
}

/** What the policy was asked when the case was decided; null where a document is missing. */
function inputThen(ledger: Ledger, caseId: string): PolicyInput | null {
  const file = fileOf(ledger, caseId);
  const decision = file && closingDecision(file);
  if (!file || !decision) return null;
  const references = referencesOf(ledger, file, decidingOf(decision, file).on);
  return references && inputWhenDecided(file, references);
}
