import { lockFolder } from '../../../shared/node/folderLock.ts';
import type { Command } from '../../../shared/sync/command.ts';
import type { Clock } from '../machine/clock.ts';
import { makeFolder } from '../machine/durableFile.ts';
import { groupCommit } from './groupCommit.ts';
import { type Head, writeHead } from './journalHead.ts';
import { indexOf, readCommands } from './journalIndex.ts';
import { commandLine } from './journalLine.ts';
import { recoverJournal } from './journalRecovery.ts';
import { openSegmentWriter } from './segmentWriter.ts';
import { openSettledLog } from './settledLog.ts';

type JournalState = {
  readonly lastSequence: number;
  readonly unsettled: number;
  readonly tornLines: number;
  readonly damagedLines: number;
};

/** `fresh` is false when the fact had been journaled before. */
export type Written = { readonly command: Command; readonly fresh: boolean };

/** The write-ahead journal: append-only files, one line per command, synced before it counts. */
export type Journal = {
  /** Returns when the command is on disk. `build` is called once its place in the chain is known. */
  readonly append: (id: string, build: (head: Head) => Command) => Promise<Written>;
  /**
   * What central has not yet answered for good, oldest first; above `answeredAbove` what it has
   * answered too, as far as it is still kept.
   */
  readonly unsettledAfter: (
    sequence: number,
    limit: number,
    answeredAbove?: number,
  ) => Promise<{ commands: Command[]; answered: string[]; more: boolean }>;
  /** Takes in a command sealed before, which this journal has lost; false when it has it. */
  readonly restore: (command: Command) => Promise<boolean>;
  readonly settle: (ids: readonly string[]) => Promise<void>;
  readonly state: () => JournalState;
  /** Where the chain ends. */
  readonly end: () => Head;
  readonly close: () => Promise<void>;
};

type Options = {
  readonly folder: string;
  readonly clock: Clock;
  readonly bootId: string;
  /** The end of the chain as known from elsewhere, should the journal itself have lost it. */
  readonly floor?: Head | null;
  /** Called now and then with the end of the chain, to be kept elsewhere. */
  readonly noteHead?: (head: Head) => Promise<void>;
  readonly segmentBytes?: number;
};

const headEvery = 64;

export async function openJournal(options: Options): Promise<Journal> {
  await makeFolder(options.folder);
  const lock = await lockFolder(options.folder, options.bootId);
  try {
    return await openLocked(options, lock.release);
  } catch (failure) {
    await lock.release();
    throw failure;
  }
}

async function openLocked(options: Options, unlock: () => Promise<void>): Promise<Journal> {
  const { folder, clock, floor = null, noteHead, segmentBytes = 4 * 1024 * 1024 } = options;
  const settled = await openSettledLog(folder);
  const found = await recoverJournal(folder, { now: clock.now(), isSettled: settled.has, floor });
  const index = indexOf(found.entries, settled.has);
  await settled.keepOnly((id) => index.find(id) !== null);
  const writer = await openSegmentWriter(folder, found.newest, segmentBytes);
  const unreadable = new Set<number>();

  const { keptFrom } = found.head;
  let head: Head = { sequence: found.head.sequence, hash: found.head.hash };
  let headNotedAt = head.sequence;
  async function saveHead() {
    await writeHead(folder, { ...head, keptFrom });
    await noteHead?.(head);
    headNotedAt = head.sequence;
  }
  await noteHead?.(head);

  async function earlier(id: string): Promise<Command | null> {
    const place = index.find(id);
    if (place === null) return null;
    const [command] = await readCommands(folder, [place]);
    if (command === undefined) throw new Error(`Journal line ${place.sequence} cannot be read`);
    return command;
  }

  const appending = groupCommit<{ id: string; build: (head: Head) => Command }, Written>(
    async (batch) => {
      if (head.sequence - headNotedAt >= headEvery) await saveHead();
      const fresh = new Map<string, Command>();
      const written: Written[] = [];
      let end = head;
      for (const { id, build } of batch) {
        const known = fresh.get(id) ?? (await earlier(id));
        const command = known ?? build(end);
        written.push({ command, fresh: known === null });
        if (known !== null) continue;
        fresh.set(id, command);
        // One that was lost and is back may lie before the end.
        if (command.sequence > end.sequence)
          end = { sequence: command.sequence, hash: command.hash };
      }
      if (fresh.size === 0) return written;
      const lines = [...fresh.values()].map((command) => commandLine(clock.now(), command));
      const places = await writer.write(lines);
      for (const [i, { fact, sequence }] of [...fresh.values()].entries()) {
        const place = places[i];
        if (place) index.add({ id: fact.id, sequence, ...place });
      }
      head = end;
      return written;
    },
  );

  const settling = groupCommit<readonly string[], null>(async (batch) => {
    const known = batch.flat().filter((id) => index.find(id) !== null);
    await settled.add(known);
    index.settle(known);
    return batch.map(() => null);
  });

  return {
    append: (id, build) => appending.add({ id, build }),
    async restore(command) {
      const { fresh } = await appending.add({ id: command.fact.id, build: () => command });
      return fresh;
    },
    async unsettledAfter(sequence, limit, answeredAbove = Number.MAX_SAFE_INTEGER) {
      const places = index.unsettledAfter(sequence, answeredAbove);
      const page = places.slice(0, limit);
      const commands = await readCommands(folder, page);
      const read = new Set(commands.map((command) => command.sequence));
      for (const it of page) if (!read.has(it.sequence)) unreadable.add(it.sequence);
      const answered = page.flatMap(({ id }) => (index.isSettled(id) ? [id] : []));
      return { commands: [...commands], answered, more: places.length > page.length };
    },
    end: () => head,
    settle: async (ids) => void (await settling.add(ids)),
    state: () => ({
      lastSequence: head.sequence,
      unsettled: index.unsettled(),
      tornLines: found.tornLines,
      damagedLines: found.damagedLines + unreadable.size,
    }),
    async close() {
      await appending.idle();
      await settling.idle();
      await writer.close();
      await saveHead();
      await unlock();
    },
  };
}
