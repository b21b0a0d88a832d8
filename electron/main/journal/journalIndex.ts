import { open } from 'node:fs/promises';
import type { Command } from '../../../shared/sync/command.ts';
import { commandOf } from './journalLine.ts';
import { type Entry, segmentFile } from './journalSegments.ts';
import type { Place } from './segmentWriter.ts';

export type Indexed = Place & { readonly id: string; readonly sequence: number };

/** Where every command lies. The commands themselves stay on disk: thirty days of them are many. */
export type JournalIndex = {
  readonly add: (entry: Indexed) => void;
  readonly find: (id: string) => Indexed | null;
  readonly settle: (ids: readonly string[]) => void;
  readonly unsettled: () => number;
  readonly isSettled: (id: string) => boolean;
  /** Above `answeredAbove` the settled ones too. */
  readonly unsettledAfter: (sequence: number, answeredAbove: number) => readonly Indexed[];
};

export function indexOf(
  entries: readonly Entry[],
  isSettled: (id: string) => boolean,
): JournalIndex {
  const byId = new Map<string, Indexed>();
  const unsettled = new Map<string, Indexed>();
  function add({ id, sequence, segment, offset, length }: Indexed) {
    const indexed = { id, sequence, segment, offset, length };
    byId.set(id, indexed);
    if (!isSettled(id)) unsettled.set(id, indexed);
  }
  for (const entry of entries) add(entry);

  return {
    add,
    find: (id) => byId.get(id) ?? null,
    settle(ids) {
      for (const id of ids) unsettled.delete(id);
    },
    unsettled: () => unsettled.size,
    isSettled: (id) => !unsettled.has(id),
    unsettledAfter: (sequence, answeredAbove) => {
      const settledToo = [...byId.values()].filter(
        (it) => it.sequence > answeredAbove && !unsettled.has(it.id),
      );
      return [...unsettled.values(), ...settledToo]
        .filter((it) => it.sequence > sequence)
        .toSorted((a, b) => a.sequence - b.sequence);
    },
  };
}

/** Commands whose lines can no longer be read are left out; the caller misses them. */
export async function readCommands(
  folder: string,
  places: readonly Indexed[],
): Promise<readonly Command[]> {
  const commands: Command[] = [];
  for (const segment of new Set(places.map((place) => place.segment))) {
    const file = await open(segmentFile(folder, segment), 'r');
    try {
      for (const place of places) {
        if (place.segment !== segment) continue;
        const buffer = Buffer.alloc(place.length);
        const { bytesRead } = await file.read(buffer, 0, place.length, place.offset);
        const command = commandOf(buffer.toString('utf8', 0, bytesRead));
        if (command !== null) commands.push(command);
      }
    } finally {
      await file.close();
    }
  }
  return commands;
}
