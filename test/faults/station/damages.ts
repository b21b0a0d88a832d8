import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { databaseFolder } from './stationAtWork.ts';

/** What a person must be told; null where nothing is at stake and it is mended without a word. */
export type Notice =
  | 'The database of this station was rebuilt'
  | 'Part of the journal on this disk is damaged'
  | null;

export type Damage = {
  readonly name: string;
  /** To the folder of a closed station. */
  readonly does: (folder: string) => void;
  readonly notice: Notice;
  /** No copy of the photo survives: it is said, and everything else is restored. */
  readonly photoGone?: true;
};

/**
 * Ways a disk has been seen to spoil files, each on a station with unsent work. After all of them
 * everything unsent is there again, reaches central, and work goes on.
 */
export const damages: readonly Damage[] = [
  {
    name: 'the database’s folder is gone',
    does: (folder) => rmSync(databaseFolder(folder), { recursive: true }),
    notice: 'The database of this station was rebuilt',
  },
  {
    name: 'the database’s CURRENT names nothing',
    does: (folder) => writeFileSync(path.join(databaseFolder(folder), 'CURRENT'), 'garbled'),
    notice: 'The database of this station was rebuilt',
  },
  {
    name: 'the database’s MANIFEST is cut in half',
    does: (folder) => cutInHalf(inDatabaseFolder(folder, /^MANIFEST-/)),
    notice: 'The database of this station was rebuilt',
  },
  {
    name: 'the database’s log is all zeros',
    does: (folder) => zero(inDatabaseFolder(folder, /\.log$/)),
    notice: 'The database of this station was rebuilt',
  },
  {
    name: 'the journal ends three lines earlier',
    does: (folder) => keepLines(segment(folder), (_, left) => left > 3),
    notice: 'Part of the journal on this disk is damaged',
  },
  {
    name: 'a line in the middle of the journal is garbled',
    does: (folder) => garbleLine(segment(folder), 4),
    notice: 'Part of the journal on this disk is damaged',
  },
  {
    name: 'the journal’s file is gone',
    does: (folder) => rmSync(segment(folder)),
    notice: 'Part of the journal on this disk is damaged',
  },
  {
    name: 'the head of the chain and the list of the settled are garbled',
    does: (folder) => {
      writeFileSync(inStation(folder, 'journal/head.json'), '{');
      writeFileSync(inStation(folder, 'journal/settled.log'), 'garbled\n');
    },
    notice: null,
  },
  {
    name: 'the sentinel is gone',
    does: (folder) => rmSync(inStation(folder, 'sentinel.json')),
    notice: null,
  },
  {
    name: 'the record of who this station is is empty',
    does: (folder) => writeFileSync(inStation(folder, 'station.json'), ''),
    notice: null,
  },
  {
    name: 'a photo’s file is garbled',
    does: (folder) => writeFileSync(photo(folder), 'garbled'),
    notice: null,
  },
  {
    name: 'a whole segment in the middle of the journal is garbled',
    does: (folder) => {
      inThreeSegments(folder);
      writeFileSync(segment(folder, 2), 'garbled\n');
    },
    notice: 'Part of the journal on this disk is damaged',
  },
  {
    name: 'the database is gone, and the journal has a torn end',
    does: (folder) => {
      rmSync(databaseFolder(folder), { recursive: true });
      writeFileSync(segment(folder), 'torn', { flag: 'a' });
    },
    notice: 'The database of this station was rebuilt',
  },
  {
    name: 'database and photos are gone, and the journal has a torn end',
    photoGone: true,
    does: (folder) => {
      rmSync(databaseFolder(folder), { recursive: true });
      rmSync(inStation(folder, 'photos'), { recursive: true });
      writeFileSync(segment(folder), 'torn', { flag: 'a' });
    },
    notice: 'The database of this station was rebuilt',
  },
];

export function inStation(folder: string, name: string): string {
  return path.join(folder, 'station/station', name);
}

/** Where the journal’s lines are. */
function segment(folder: string, number = 1): string {
  return inStation(folder, `journal/0000000${number}.log`);
}

/** As a journal is after more than two times four megabytes. */
function inThreeSegments(folder: string): void {
  const lines = readFileSync(segment(folder), 'utf8').split('\n').slice(0, -1);
  const third = Math.ceil(lines.length / 3);
  for (const number of [1, 2, 3]) {
    const part = lines.slice((number - 1) * third, number * third);
    writeFileSync(segment(folder, number), part.map((line) => `${line}\n`).join(''));
  }
}

function photo(folder: string): string {
  const photos = inStation(folder, 'photos');
  const found = readdirSync(photos, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.jpg'),
  );
  return path.join(photos, found ?? 'there is no photo');
}

function inDatabaseFolder(folder: string, name: RegExp): string {
  const database = databaseFolder(folder);
  const found = readdirSync(database).find((it) => name.test(it));
  return path.join(database, found ?? `nothing like ${name}`);
}

function cutInHalf(file: string): void {
  writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2)));
}

function zero(file: string): void {
  writeFileSync(file, Buffer.alloc(statSync(file).size));
}

function keepLines(file: string, isKept: (line: number, left: number) => boolean): void {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const kept = lines.filter((_, index) => isKept(index, lines.length - index));
  writeFileSync(file, kept.map((line) => `${line}\n`).join(''));
}

function garbleLine(file: string, number: number): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const garbled = lines.map((line, index) =>
    index === number ? line.replace(/[a-f]/g, '0') : line,
  );
  writeFileSync(file, garbled.join('\n'));
}
