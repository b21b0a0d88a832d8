import {
  closingDecision,
  inputWhenDecided,
  replayReport,
} from '../../shared/cases/decisions/replayCases.ts';
import { decidingOf } from '../../shared/cases/decisions/verdict.ts';
import type { PolicyVersion } from '../../shared/facts/documents.ts';
import { replayCase } from '../../shared/policy/decide/replay.ts';
import type { PolicyInput } from '../../shared/policy/decision.ts';
import type { ReplayPage } from '../../shared/sync/replayApi.ts';
import { loadWholeCases } from '../cases/caseRows.ts';
import { countDecidedCases, decidedCasesAfter } from '../cases/decidedCaseRows.ts';
import { inParts } from '../cases/placeSizeRows.ts';
import { apart, fileOf, referencesOf, type WorkingSet } from '../cases/workingSet.ts';
import type { Rows } from '../database/rows.ts';

/** Whole cases in memory at once. */
const atOnce = 50;

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
  const replays: ReturnType<typeof replayCase>[] = [];
  const rmas = new Map<string, string | null>();
  for (const some of await inParts(rows, caseIds, atOnce)) {
    const workingSet = await loadWholeCases(rows, some);
    for (const caseId of some) {
      const input = apart(() => inputThen(workingSet, caseId), null);
      if (!input) continue;
      replays.push(replayCase(input, asked.draft));
      rmas.set(caseId, workingSet.cases.get(caseId)?.rma ?? null);
    }
  }
  return {
    total: await countDecidedCases(rows, asked.siteId),
    ...replayReport(replays, (caseId) => rmas.get(caseId) ?? null),
    next: caseIds.length < asked.limit ? null : (caseIds.at(-1) ?? null),
  };
}

/** What the policy was asked when the case was decided; null where a document is missing, or it cannot be read. */
function inputThen(workingSet: WorkingSet, caseId: string): PolicyInput | null {
  const file = fileOf(workingSet, caseId);
  const decision = file && closingDecision(file);
  if (!file || !decision) return null;
  const references = referencesOf(workingSet, file, decidingOf(decision, file).on);
  return references && inputWhenDecided(file, references);
}
