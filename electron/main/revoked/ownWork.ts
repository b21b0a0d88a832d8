import type { CommandResult } from '../../../shared/sync/centralApi.ts';
import type { PhotoFiles } from '../photos/photoFiles.ts';
import type { WorkToHandIn } from '../rescue/handIn.ts';
import { unsentWork } from '../rescue/unsentWork.ts';

export type OwnWork = WorkToHandIn & {
  /** False: lines are damaged or gone, and nobody knows what they said. */
  readonly isWhole: boolean;
  /** Photos its unsent commands name. */
  readonly named: readonly string[];
};

type Wanted = {
  readonly folder: string;
  /** `journal`, or one that an earlier station left beside it. */
  readonly journal: string;
  readonly photos: WorkToHandIn['photos'];
  /** Central has answered these for good. */
  readonly settle: (ids: readonly string[]) => Promise<void>;
};

export const noPhotos: Pick<PhotoFiles, 'list' | 'read'> = {
  list: () => [],
  read: async () => null,
};

/** A chain in this station's folder, as it is handed in once nothing is added to it any more. */
export async function ownWork({ folder, journal, photos, settle }: Wanted): Promise<OwnWork> {
  const all = await unsentWork(folder, { journal, accepted: true, photos: new Set() });
  const unsent = await unsentWork(folder, { journal, photos: new Set() });
  const open = new Set(unsent.commands.map(({ id }) => id));
  const answers = new Map<string, CommandResult>(
    all.commands.flatMap(({ id }) =>
      open.has(id) ? [] : [[id, { kind: 'quarantined', id, reason: 'answered before' }] as const],
    ),
  );
  const verified = new Set<string>();
  let about: ReturnType<WorkToHandIn['about']> = {
    station: all.station,
    importedAt: 0,
    importedBy: '',
    epoch: null,
    doneAt: null,
  };
  return {
    isWhole: unsent.unreadable.length === 0 && unsent.missing.length === 0,
    named: unsent.commands.flatMap((it) => it.photo ?? []),
    about: () => about,
    async keepAbout(changes) {
      about = { ...about, ...changes };
    },
    lines: () => all.commands,
    answerTo: (id) => answers.get(id) ?? null,
    async keepAnswers(results) {
      for (const result of results) answers.set(result.id, result);
      await settle(results.flatMap(({ id, kind }) => (kind === 'deferred' ? [] : [id])));
    },
    photos,
    isVerified: (sha256) => verified.has(sha256),
    async keepVerified(hashes) {
      for (const sha256 of hashes) verified.add(sha256);
    },
    async forgetAnswers() {
      answers.clear();
      verified.clear();
    },
  };
}
