import { setImmediate as othersFirst } from 'node:timers/promises';
import type { RowAnswer } from '../../../shared/office/officeApi.ts';
import type { OfficeCommand } from '../../../shared/office/officeCommand.ts';
import { accept } from '../../../shared/result.ts';
import type { TableKind } from '../../../shared/sync/importsApi.ts';
import type { CentralDatabase } from '../../database/openDatabase.ts';
import type { Rows } from '../../database/rows.ts';
import {
  applyOffice,
  applyWithin,
  NothingIsWritten,
  type OfficeAnswer,
} from '../../office/applyOffice.ts';
import { commandOfRow, rowAnswerOf } from '../../office/batchRow.ts';
import { currentIdPage } from '../../office/readRows.ts';
import { testedParts } from '../../office/testedParts.ts';
import { grownTables } from '../grownRows.ts';
import { keepHashes, knownHashes } from '../hashRows.ts';
import type { Bring, BroughtRow, Office } from './office.ts';
import { ownIdsOf } from './rowHash.ts';

/** Applies commands, and has kept what belongs to it where they are written. */
type Apply = (
  commands: readonly OfficeCommand[],
  keep: (rows: Rows, answers: readonly OfficeAnswer[]) => Promise<void>,
) => Promise<readonly OfficeAnswer[]>;

/** While a station is there: a push waits for no more of an import than this. */
export const rowsShared = 50;

/** Whose turn it is at central's work, stations' above all. */
export type InTurn = {
  take<T>(
    who: string,
    work: (turn: { isShared(): boolean; giveWay(): Promise<void> }) => Promise<T>,
  ): Promise<T>;
};

/** Where nobody else works. */
const alone: InTurn = {
  take: (_who, work) => work({ isShared: () => false, giveWay: () => Promise.resolve() }),
};

/**
 * Central's own office: what a file says goes the way every record goes, each part a transaction of its
 * own and in turn with the stations; a file that is to go in as one cannot give way.
 */
export function ownOffice(
  database: CentralDatabase,
  kind: TableKind,
  source: string,
  said: { readonly actor: string; readonly reason: string },
  now: () => Date,
  turns: InTurn = alone,
): Office {
  const ownIdIn = ownIdsOf(kind, source);
  const grown = grownTables();

  function bringing(reading: Rows, apply: Apply, inTurn = turns): Bring {
    return {
      rows: (rows) =>
        inTurn.take('imports', async (turn) => {
          const answers: RowAnswer[] = [];
          while (answers.length < rows.length) {
            if (answers.length > 0) await turn.giveWay();
            const through = turn.isShared() ? answers.length + rowsShared : rows.length;
            const part = rows.slice(answers.length, through);
            answers.push(...(await answersTo(part, kind, said, apply)));
          }
          return answers;
        }),
      // In turn too: thousands that say the same are read and compared a good while.
      areSame: (asked) =>
        inTurn.take('imports', async () => {
          await othersFirst();
          const idOf = new Map(asked.map((one) => [ownIdIn(one.id), one]));
          const same = new Set<string>();
          for (const [ownId, hash] of await knownHashes(reading, kind, [...idOf.keys()])) {
            const one = idOf.get(ownId);
            if (one?.hash === hash) same.add(one.id);
          }
          return same;
        }),
    };
  }

  const within =
    (rows: Rows): Apply =>
    async (commands, keep) => {
      const answers = await applyWithin(rows, commands, now());
      await keep(rows, answers);
      await grown.by(rows, answers.filter(({ outcome }) => outcome === 'created').length);
      return answers;
    };

  return {
    async bring(how, work, isGood) {
      if (how === 'whole') return await wholly(work, isGood);
      if (how === 'parts')
        return await work(
          bringing(database.rows, (commands, keep) =>
            database.write((rows) => within(rows)(commands, keep)),
          ),
        );
      const earlier = testedParts();
      const mode = { mode: 'test', allOrNothing: false } as const;
      return await work(
        bringing(database.rows, (commands) =>
          applyOffice(database, commands, mode, now(), earlier),
        ),
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
    work: (bring: Bring) => Promise<T>,
    isGood: (came: T) => boolean,
  ): Promise<T> {
    let came: { readonly it: T } | null = null;
    try {
      await database.write(async (rows) => {
        const it = await work(bringing(rows, within(rows), alone));
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
  rows: readonly BroughtRow[],
  kind: TableKind,
  said: { readonly actor: string; readonly reason: string },
  apply: Apply,
): Promise<readonly RowAnswer[]> {
  // Whoever asks meanwhile, a station above all, comes in between two parts.
  await othersFirst();
  const commands = rows.map((row) => {
    const read = commandOfRow(kind, row, said);
    return read.ok && read.value.action === 'put'
      ? accept({ ...read.value, fields: row.fields })
      : read;
  });
  const readable = commands.flatMap((command) => (command.ok ? [command.value] : []));
  const hashes = rows.flatMap(({ hash }, at) => (commands[at]?.ok === true ? [hash] : []));
  const answers = await apply(readable, (to, came) => keepHashes(to, hashesOf(came, hashes)));
  const inTurn = answers.values();
  return rows.map((row, index) =>
    rowAnswerOf(row, commands[index]?.ok === true ? inTurn.next().value : commands[index]),
  );
}

/** Of what was taken: it is at this version because a row said so. */
function hashesOf(answers: readonly OfficeAnswer[], hashes: readonly (string | undefined)[]) {
  return answers.flatMap((answer, at) => {
    const hash = hashes[at];
    return answer.outcome === 'refused' || hash === undefined
      ? []
      : [{ ownId: answer.ownId, version: answer.version, hash }];
  });
}
