import { bytesAtOnce, placeSizes } from '../cases/placeSizeRows.ts';
import type { Rows } from '../database/rows.ts';
import type { SentCommand } from './readCommand.ts';

/** Commands that share a transaction, and with it one wait for the disk. */
const most = 100;

/** A push in parts that share a transaction: so many at once, about cases of no more bytes than fit. */
export async function together(
  rows: Rows,
  sent: readonly SentCommand[],
): Promise<readonly (readonly SentCommand[])[]> {
  const cases = new Set(sent.flatMap(({ command }) => command?.fact.caseId ?? []));
  const sizes = cases.size > 1 ? await placeSizes(rows, [...cases]) : null;
  const parts: SentCommand[][] = [];
  let about = new Set<string>();
  let bytes = 0;
  for (const one of sent) {
    const caseId = one.command?.fact.caseId ?? null;
    const own = caseId === null || about.has(caseId) ? 0 : (sizes?.get(caseId)?.bytes ?? 0);
    const part = parts.at(-1);
    if (part && part.length < most && bytes + own <= bytesAtOnce) {
      part.push(one);
      bytes += own;
    } else {
      parts.push([one]);
      about = new Set();
      bytes = caseId === null ? 0 : (sizes?.get(caseId)?.bytes ?? 0);
    }
    if (caseId !== null) about.add(caseId);
  }
  return parts;
}
