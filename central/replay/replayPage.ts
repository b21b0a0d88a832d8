import type { PolicyInput } from '../../shared/policy/decision.ts';
import { type CaseReplay, replayCase } from '../../shared/policy/replay.ts';
import { readCaseFile } from '../../shared/returns/caseFile.ts';
import type { PolicyVersion } from '../../shared/returns/documents.ts';
import { policyInputOf } from '../../shared/returns/policyInput.ts';
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
    replayed: replays.length,
    money: moneyOf(replays),
    changed: replays.filter((r) => r.changed).map((r) => lineOf(r, ledger)),
    next: caseIds.length < asked.limit ? null : (caseIds.at(-1) ?? null),
  };
}

/** What the policy was asked when the case was decided; null where a document is missing. */
function inputThen(ledger: Ledger, caseId: string): PolicyInput | null {
  const file = fileOf(ledger, caseId);
  const decision = file?.decisions.findLast((d) => d.decision !== 'sendBack');
  const inspection = file?.inspections.find((i) => i.verdictId === decision?.verdictId);
  if (!file || !decision || !inspection) return null;
  const references = referencesOf(ledger.library, file, decision.at.localDate);
  if (!references) return null;
  const basis = new Set(inspection.basis);
  const seen = readCaseFile(
    file.returnCase,
    file.facts.filter((f) => basis.has(f.id)),
  );
  return policyInputOf(seen, references, decision.at.localDate, decision.answers);
}

function moneyOf(replays: readonly CaseReplay[]): ReplayPage['money'] {
  const money: Record<string, { before: number; after: number }> = {};
  for (const { before, after, currency } of replays) {
    const sum = (money[currency] ??= { before: 0, after: 0 });
    sum.before += before.ok ? before.value.refundAmount : 0;
    sum.after += after.ok ? after.value.refundAmount : 0;
  }
  return money;
}

function lineOf(replay: CaseReplay, ledger: Ledger): ReplayPage['changed'][number] {
  const { before, after, caseId, currency } = replay;
  return {
    caseId,
    rma: ledger.cases.get(caseId)?.rma ?? null,
    before: before.ok ? before.value.standing : 'refused',
    after: after.ok ? after.value.standing : 'refused',
    amountBefore: before.ok ? before.value.refundAmount : 0,
    amountAfter: after.ok ? after.value.refundAmount : 0,
    currency,
  };
}
