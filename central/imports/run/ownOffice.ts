import { setImmediate as othersFirst } from 'node:timers/promises';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import type { BatchRow, RowAnswer } from '../../../shared/office/officeApi.ts';
import type { CentralDatabase } from '../../database/openDatabase.ts';
import { applyOffice, applyWithin, NothingIsWritten } from '../../office/applyOffice.ts';
import { commandOfRow, rowAnswerOf } from '../../office/batchRow.ts';
import { currentIdPage } from '../../office/readRows.ts';
import { testedParts } from '../../office/testedParts.ts';
import type { BringRows, Office } from './office.ts';

type Apply = (
  commands: Parameters<typeof applyOffice>[1],
) => Promise<Awaited<ReturnType<typeof applyOffice>>>;

/** Central's own office: what a file says goes the way every record goes. */
export function ownOffice(
  database: CentralDatabase,
  kind: OfficeKind,
  source: string,
  said: { readonly actor: string; readonly reason: string },
  now: () => Date,
): Office {
  const answering =
    (apply: Apply): BringRows =>
    (rows) =>
      answersTo(rows, kind, said, apply);

  return {
    async bring(how, work, isGood) {
      if (how === 'whole') return await wholly(work, isGood);
      const earlier = how === 'test' ? testedParts() : null;
      const mode = { mode: how === 'test' ? 'test' : 'write', allOrNothing: false } as const;
      return await work(
        answering((commands) => applyOffice(database, commands, mode, now(), earlier)),
      );
    },
    async *currentIds() {
      let after: string | null = null;
      for (;;) {
        const page: Awaited<ReturnType<typeof currentIdPage>> = await currentIdPage(database.rows, {
          kind,
          source,
          after,
        });
        if (page.length === 0) return;
        yield page.map(({ id }) => id);
        after = page.at(-1)?.ownId ?? null;
      }
    },
  };

  /** One transaction over all parts. */
  async function wholly<T>(
    work: (bring: BringRows) => Promise<T>,
    isGood: (came: T) => boolean,
  ): Promise<T> {
    let came: { readonly it: T } | null = null;
    try {
      await database.write(async (rows) => {
        const it = await work(answering((commands) => applyWithin(rows, commands, now())));
        came = { it };
        if (!isGood(it)) throw new NothingIsWritten();
      });
    } catch (error) {
      if (!(error instanceof NothingIsWritten)) throw error;
    }
    const { it } = came ?? never();
    return it;
  }
}

function never(): never {
  throw new Error('a transaction ended without its work');
}

async function answersTo(
  rows: readonly BatchRow[],
  kind: OfficeKind,
  said: { readonly actor: string; readonly reason: string },
  apply: Apply,
): Promise<readonly RowAnswer[]> {
  const commands = rows.map((row) => commandOfRow(kind, row, said));
  const readable = commands.flatMap((command) => (command.ok ? [command.value] : []));
  // Whoever asks meanwhile, a station above all, comes in between two parts.
  await othersFirst();
  const inTurn = (await apply(readable)).values();
  return rows.map((row, index) =>
    rowAnswerOf(row, commands[index]?.ok === true ? inTurn.next().value : commands[index]),
  );
}
