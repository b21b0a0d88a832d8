import path from 'node:path';
import { z } from 'zod';
import type { StationState } from '../../../shared/desktop/desktopApi.ts';
import type { Journal } from '../journal/journal.ts';
import { writeDurably } from '../machine/durableFile.ts';
import { readJsonFile } from '../machine/jsonFile.ts';
import type { PhotoFiles } from '../photos/photoFiles.ts';
import type { Forward } from '../rescue/askCentral.ts';
import { CentralSilent } from '../rescue/askCentral.ts';
import type { ForeignStation } from '../rescue/foreignStation.ts';
import { folderOfStation } from '../rescue/foreignStation.ts';
import { handIn, waitingCommands, waitingPhotos } from '../rescue/handIn.ts';
import { otherJournals } from '../rescue/unsentWork.ts';
import { noPhotos, type OwnWork, ownWork } from './ownWork.ts';
import { beginWiping } from './wiping.ts';

/** What a person has in a file, so that it may go. */
const Exported = z.object({ commands: z.array(z.string()), photos: z.array(z.string()) });
type Exported = z.infer<typeof Exported>;

export type Revocation = {
  /** Null: the station is not revoked. */
  readonly standing: () => StationState['leaving'];
  /** Central said so, or had said so before this start. */
  readonly begin: () => void;
  readonly exported: (what: Exported) => Promise<void>;
  /** A person says so, who has what central does not. False: nobody has it yet. */
  readonly wipe: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

type Deps = {
  /** The station's. */
  readonly folder: string;
  readonly isRevoked: () => boolean;
  readonly journal: () => Journal;
  readonly photos: PhotoFiles;
  readonly foreign: () => readonly ForeignStation[];
  /** To central, which takes from a revoked station what it recorded before, and nothing else. */
  readonly forward: Forward;
  readonly now: () => number;
  /** Wiping has begun: it is finished at the start that follows. */
  readonly restart: () => void;
  readonly log: (event: string, detail: string) => void;
};

const firstMs = 5_000;
const mostMs = 5 * 60_000;

/**
 *   revoked → hands in → all of it answered ─────────────┐
 *                 │                                      ├→ wiping.json → restart → wiped
 *                 └ central will not have it → exported ─┘ (a person says so)
 */
export async function openRevocation(deps: Deps): Promise<Revocation> {
  const { folder, journal, photos } = deps;
  const exportedFile = path.join(folder, 'exported.json');
  let exported = (await readJsonFile(exportedFile, Exported)) ?? { commands: [], photos: [] };
  const closing = new AbortController();
  const addresses = new Map<string, string>();
  let own: OwnWork | null = null;
  let others: readonly { readonly name: string; readonly work: OwnWork }[] = [];
  let failures = 0;
  let isTried = false;
  let isWiping = false;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = (ids: readonly string[]) => journal().settle(ids);

  async function readOwn(): Promise<OwnWork> {
    own = await ownWork({ folder, journal: 'journal', photos, settle });
    const left = await otherJournals(folder);
    others = await Promise.all(
      left.map(async (name) => ({
        name,
        work: await ownWork({ folder, journal: name, photos: noPhotos, settle: async () => {} }),
      })),
    );
    return own;
  }

  async function round(): Promise<void> {
    // A save that was under way when central said so is in the journal now.
    const work = await readOwn();
    const handing = { ...deps, signal: closing.signal, addresses };
    await handIn(work, handing);
    for (const other of others) await handIn(other.work, handing);
    for (const station of deps.foreign()) await handIn(station, handing);
    if (isAnswered(work) && work.isWhole) await startWiping();
  }

  function isAnswered(work: OwnWork): boolean {
    return journal().state().unsettled === 0 && waitingPhotos(work).length === 0;
  }

  function unsent(): { readonly commands: readonly string[]; readonly photos: readonly string[] } {
    if (own === null) return { commands: [], photos: [] };
    return { commands: waitingCommands(own).map(({ id }) => id), photos: waitingPhotos(own) };
  }

  function isExported(): boolean {
    const [commands, pictures] = [new Set(exported.commands), new Set(exported.photos)];
    const left = unsent();
    return (
      left.commands.every((id) => commands.has(id)) &&
      left.photos.every((sha256) => pictures.has(sha256))
    );
  }

  /** What other stations left here and central did not take stays, with its photos. */
  function stillNobodys(): readonly string[] {
    const left = others.filter(({ work }) => waitingCommands(work).length > 0 || !work.isWhole);
    const named = left.flatMap(({ work }) => work.named);
    const foreign = deps
      .foreign()
      .filter((it) => waitingCommands(it).length > 0 || waitingPhotos(it).length > 0)
      .map((it) => path.basename(folderOfStation('', it.about().station.id)));
    return [
      ...left.map(({ name }) => name),
      ...foreign.map((name) => `rescued/${name}`),
      ...named.flatMap((sha256) =>
        ['jpg', 'png', 'webp'].map((type) => `photos/${sha256.slice(0, 2)}/${sha256}.${type}`),
      ),
    ];
  }

  async function startWiping(): Promise<void> {
    if (isWiping) return;
    isWiping = true;
    await beginWiping(folder, stillNobodys());
    deps.log('wipingBegun', 'the station is revoked and nothing of it is unsent');
    deps.restart();
  }

  function again(): void {
    clearTimeout(timer);
    if (closing.signal.aborted || isWiping || running !== null || !deps.isRevoked()) return;
    running = round()
      .then(() => {
        failures = 0;
        return mostMs;
      })
      .catch((failure: unknown) => {
        if (closing.signal.aborted) return mostMs;
        failures += 1;
        deps.log('notHandedIn', failure instanceof Error ? failure.message : 'unknown');
        const asked = failure instanceof CentralSilent ? failure.retryAfterMs : 0;
        return Math.max(asked, Math.min(mostMs, firstMs * 2 ** (failures - 1)));
      })
      .then((wait) => {
        running = null;
        isTried = true;
        if (closing.signal.aborted) return;
        timer = setTimeout(again, wait);
        timer.unref();
      });
  }

  again();
  return {
    standing() {
      if (!deps.isRevoked()) return null;
      const { commands, photos: pictures } = unsent();
      return {
        records: own === null ? journal().state().unsettled : commands.length,
        photos: pictures.length,
        isTried,
        mayWipe: isTried && isExported(),
      };
    },
    begin: again,
    async exported(what) {
      const next = {
        commands: [...exported.commands, ...what.commands],
        photos: [...exported.photos, ...what.photos],
      };
      await writeDurably(exportedFile, JSON.stringify(next satisfies Exported));
      exported = next;
    },
    async wipe() {
      if (!deps.isRevoked() || running !== null || own === null) return false;
      const isAllKnown = journal().state().unsettled === waitingCommands(own).length;
      if (!isAllKnown || !isExported()) return false;
      await startWiping();
      return true;
    },
    async close() {
      closing.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
