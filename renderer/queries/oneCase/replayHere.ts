import { inputWhenDecided, replayReport } from '../../../shared/cases/decisions/replayCases.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import type { PolicyVersion } from '../../../shared/facts/documents.ts';
import { replayCase } from '../../../shared/policy/decide/replay.ts';
import type { ReplayPage } from '../../../shared/sync/replayApi.ts';
import { loadCases } from '../../cases/loadCases.ts';
import { listRowsIn, readInSlices } from '../../storage/packed/packedRows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';

const decided: readonly string[] = ['declined', 'refundDue', 'refundStarted'];

/**
 * A page of the decided cases this station knows, decided again under a draft, as central would.
 * For when central cannot be asked. Changes nothing.
 */
export async function replayHere(
  db: StationDatabase,
  asked: {
    readonly draft: PolicyVersion;
    readonly after: string | null;
    readonly limit: number;
    readonly now: number;
  },
): Promise<ReplayPage> {
  const ids: string[] = [];
  await readInSlices(listRowsIn(db), (rows) => {
    for (const { caseId, state } of rows) if (decided.includes(state)) ids.push(caseId);
  });
  ids.sort();
  const page = ids.filter((id) => asked.after === null || id > asked.after).slice(0, asked.limit);
  const loaded = await loadCases(db, page, localDateOf(new Date(asked.now).toISOString(), 'UTC'));
  const replays = [...loaded.values()].flatMap(({ file, references }) => {
    const input = references && inputWhenDecided(file, references);
    return input ? [replayCase(input, asked.draft)] : [];
  });
  return {
    ...replayReport(replays, (id) => loaded.get(id)?.file.returnCase.rma ?? null),
    total: ids.length,
    next: page.length < asked.limit ? null : (page.at(-1) ?? null),
  };
}
