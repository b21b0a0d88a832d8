import { officeLimits, type RowAnswer } from '../../../shared/office/officeApi.ts';
import type { Plan } from '../mapping/planOf.ts';
import { cellOf, type TableRecord } from '../mapping/recordOf.ts';
import type { Bring, BroughtRow } from './office.ts';
import type { Outcomes, RowOutcome } from './outcomes.ts';

const mostBytes = officeLimits.bytesPerBatch / 4;

/** With the hash of the rows it was made from. */
export type HashedRecord = TableRecord & { readonly hash: string };

/** Gathers records and brings them to the office some hundred at a time; those that wait are kept. */
export function recordSender(
  plan: Plan,
  to: {
    readonly bring: Bring;
    readonly source: string;
    readonly outcomes: Outcomes;
  },
) {
  let gathered: HashedRecord[] = [];
  let bytes = 0;
  let waiting: HashedRecord[] = [];
  const fields = plan.columns.map(({ field }) => field.path).filter((path) => path !== 'id');

  async function flush(): Promise<void> {
    const records = gathered;
    [gathered, bytes] = [[], 0];
    if (records.length === 0) return;
    const rows = records.map(
      ({ id, body, hash }): BroughtRow => ({ source: to.source, id, body, hash, fields }),
    );
    const answers = await to.bring.rows(rows);
    records.forEach((record, index) => {
      const said = outcomeOf(plan, record, answers[index]);
      if (said.outcome === 'waiting') waiting.push(record);
      to.outcomes.set(rowsOf(record), said);
    });
  }

  return {
    async send(record: HashedRecord): Promise<void> {
      gathered.push(record);
      bytes += JSON.stringify(record.body).length;
      if (gathered.length >= officeLimits.rowsPerBatch || bytes > mostBytes) await flush();
    },
    flush,
    /** The first row that was not brought yet. */
    gatheredFrom: () => gathered[0]?.rows[0]?.at.row ?? Number.POSITIVE_INFINITY,
    /** Once everything else of the file is in. */
    async sendWaiting(): Promise<void> {
      await flush();
      const again = waiting;
      waiting = [];
      for (const record of again) {
        to.outcomes.unset('waiting');
        gathered.push(record);
        if (gathered.length >= officeLimits.rowsPerBatch) await flush();
      }
      await flush();
    },
  };
}

export function rowsOf({ rows }: TableRecord): readonly number[] {
  return rows.map(({ at }) => at.row);
}

function outcomeOf(plan: Plan, record: TableRecord, answer: RowAnswer | undefined): RowOutcome {
  if (!answer)
    return {
      outcome: 'refused',
      errors: [{ address: '', code: 'noAnswer', text: '', says: 'Central did not answer' }],
    };
  const errors = (answer.errors ?? []).map(({ field, code, says }) => ({
    ...cellOf(plan, record, field),
    ...(code === 'unreadable' && { text: field }),
    code,
    says: code === 'unreadable' && field !== '' ? `${field}: ${says}` : says,
  }));
  const waits =
    answer.outcome === 'refused' &&
    (answer.errors ?? []).every(({ code }) => code === 'notHereYet');
  return { outcome: waits && errors.length > 0 ? 'waiting' : answer.outcome, errors };
}
