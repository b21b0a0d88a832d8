import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { bootIdOf } from '../../../shared/node/bootId.ts';
import { isFolderInUse } from '../../../shared/node/folderLock.ts';
import { exportUnsent } from './exportUnsent.ts';
import { listRescue } from './listRescue.ts';
import { fileExtension } from './rescueFormat.ts';
import { otherJournals, type UnsentWork, unsentWork } from './unsentWork.ts';

export const usage = [
  `rescue --from STATION-FOLDER --to FILE.${fileExtension} [--journal NAME] [--accepted] [--even-if-open]`,
  `rescue --list FILE.${fileExtension} [--code XXXX-XXXX-XXXX-XXXX]`,
].join('\n');

type Ending = 0 | 1 | 2;
type Voice = {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
};

/** What the command line of `rescue.ts` does. */
export async function rescueTool(
  args: readonly string[],
  { say, complain }: Voice,
): Promise<Ending> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      journal: { type: 'string', default: 'journal' },
      accepted: { type: 'boolean', default: false },
      'even-if-open': { type: 'boolean', default: false },
      list: { type: 'string' },
      code: { type: 'string' },
    },
  });
  const { from, to, list, journal, accepted } = values;
  if (list !== undefined) {
    return await tell(list, values.code ?? (await askedCode()), { say, complain });
  }
  if (from === undefined || to === undefined || !/^journal[\w.-]*$/.test(journal)) {
    complain(usage);
    return 2;
  }
  if (!(await isStationFolder(from, journal))) {
    complain(`${from} is not the folder of a station: it holds neither a journal nor photos.`);
    return 1;
  }
  if (isWithin(to, from) || (await isThere(to))) {
    complain(`${to} is there already, or inside the folder that is only read. Choose another.`);
    return 1;
  }
  const lock = path.join(from, journal);
  if (!values['even-if-open'] && (await isFolderInUse(lock, await bootIdOf()))) {
    complain(openElsewhere);
    return 1;
  }
  const work = await unsentWork(from, { journal, accepted, photos: null });
  tellTroubles(work, complain);
  for (const other of (await otherJournals(from)).filter((name) => name !== journal))
    complain(`An earlier station left its own journal here. For that one: --journal ${other}`);
  if (work.commands.length === 0 && work.photos.length === 0) {
    say('Nothing unsent was found.');
    return troubled(work) ? 1 : 0;
  }
  const exported = await exportUnsent(work, to, { now: Date.now() });
  for (const sha256 of exported.photosUnreadable) complain(`Damaged photo left out: ${sha256}`);
  const { commands, photos, code } = exported;
  say(`${work.station.name}, ${work.site.name}: ${commands} records and ${photos} photos in ${to}`);
  for (const line of ['', `Code: ${code}`, '', aboutTheCode]) say(line);
  return troubled(work) || exported.photosUnreadable.length > 0 ? 1 : 0;
}

async function isStationFolder(folder: string, journal: string): Promise<boolean> {
  return (
    (await isThere(path.join(folder, journal))) || (await isThere(path.join(folder, 'photos')))
  );
}

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

function isWithin(file: string, folder: string): boolean {
  const relative = path.relative(path.resolve(folder), path.resolve(file));
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}

function tellTroubles(work: UnsentWork, complain: Voice['complain']): void {
  for (const place of work.unreadable) complain(`Cannot be read: ${place}`);
  if (work.missing.length > 0)
    complain(`Numbers nothing was found for: ${work.missing.join(', ')}`);
  if (work.broken.length > 0)
    complain(`Not chained to the record before; central will refuse: ${work.broken.join(', ')}`);
  for (const sha256 of work.photosMissing) complain(`Photo not in the folder: ${sha256}`);
}

const troubled = ({ unreadable, missing, photosMissing }: UnsentWork) =>
  unreadable.length + missing.length + photosMissing.length > 0;

async function tell(file: string, code: string, { say, complain }: Voice): Promise<Ending> {
  const listed = await listRescue(file, code);
  if (!listed.ok) {
    complain(refusalWords[listed.refusal.code]);
    return 1;
  }
  const { header, commands, photos, unreadable, damage } = listed.value;
  say(`${header.station.name}, ${header.site.name}, made ${header.madeAt}`);
  for (const { sequence, command, id } of commands)
    say(`${String(sequence).padStart(8)}  ${command.fact.kind.padEnd(20)} ${id}`);
  for (const { sha256, bytes } of photos) say(`   photo  ${String(bytes).padStart(10)} ${sha256}`);
  say(`${commands.length} records, ${photos.length} photos`);
  if (unreadable > 0) complain(`${unreadable} entries were damaged before they came into the file`);
  if (damage !== null)
    complain(
      `The file is damaged: ${damage}. It announces ${header.commands} records and ${header.photos} photos.`,
    );
  return damage === null && unreadable === 0 ? 0 : 1;
}

const openElsewhere = `Quayside is open on this folder. Close it there, or export from its screen "This station".
If this is a copied folder or the disk of another machine, add --even-if-open.`;
const aboutTheCode = `Write it down: it is shown only now, and nobody can open the file without it. A supervisor
imports the file on any station of the same site, under "This station".`;
const refusalWords = {
  notRescueFile: 'This is not a Quayside rescue file.',
  newerFormat: 'This file was made by a newer Quayside. Use that version.',
  damagedHeader: 'The beginning of this file is damaged, so it cannot be opened.',
  wrongCode: 'The code does not fit this file.',
} as const;

/** Without `--code`, so that it stays out of the history of the shell. */
async function askedCode(): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const code = await asking.question('Code: ');
  asking.close();
  return code;
}
