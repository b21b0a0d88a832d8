/**
 * Taking unsent work out of a station in one encrypted file, and handing in what another station
 * could not send any more. The page never learns where a file lies.
 */
import { z } from 'zod';
import { Fact } from '../facts/fact.ts';
import { Refusal } from '../facts/refusal.ts';
import { resultOf } from './resultOf.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();
const nothing = z.strictObject({});

const notSignedIn = z.strictObject({ code: z.literal('notSignedIn') });
const notEnrolled = z.strictObject({ code: z.literal('notEnrolled') });
/** Nobody chose a file, or the work was called off. */
const calledOff = z.strictObject({ code: z.literal('calledOff') });
/** Another file is being written or read. */
const rescueBusy = z.strictObject({ code: z.literal('rescueBusy') });
const diskFull = z.strictObject({ code: z.literal('diskFull'), freeBytes: z.number() });
const fileNotWritten = z.strictObject({ code: z.literal('fileNotWritten'), detail: z.string() });
const needsSupervisor = z.strictObject({ code: z.literal('needsSupervisor') });

export const ExportRefusal = z.discriminatedUnion('code', [
  notSignedIn,
  notEnrolled,
  calledOff,
  rescueBusy,
  z.strictObject({ code: z.literal('nothingUnsent') }),
  diskFull,
  fileNotWritten,
]);
export type ExportRefusal = z.infer<typeof ExportRefusal>;

export const ExportedFile = z.strictObject({
  /** Opens the file. Said once, kept nowhere. */
  code: z.string(),
  /** Its name without the folder. */
  fileName: z.string(),
  commands: count,
  photos: count,
  bytes: z.number(),
  /** Lines of the journal and photos that could not be read and are not in the file. */
  leftOut: count,
});
export type ExportedFile = z.infer<typeof ExportedFile>;

export const RescueFileRefusal = z.discriminatedUnion('code', [
  needsSupervisor,
  notEnrolled,
  calledOff,
  rescueBusy,
  z.strictObject({ code: z.literal('notRescueFile') }),
  z.strictObject({ code: z.literal('newerFormat'), format: z.number() }),
  z.strictObject({ code: z.literal('damagedHeader') }),
  z.strictObject({ code: z.literal('rescueOfOtherSite'), site: z.string() }),
  z.strictObject({ code: z.literal('unreadableFile'), detail: z.string() }),
]);
export type RescueFileRefusal = z.infer<typeof RescueFileRefusal>;

/** What a file says of itself in clear. */
export const RescueFile = z.strictObject({
  stationName: z.string(),
  siteName: z.string(),
  madeAt: z.string(),
  commands: count,
  photos: count,
  bytes: z.number(),
});
export type RescueFile = z.infer<typeof RescueFile>;

export const ImportRefusal = z.discriminatedUnion('code', [
  needsSupervisor,
  notEnrolled,
  calledOff,
  rescueBusy,
  z.strictObject({ code: z.literal('noFileChosen') }),
  z.strictObject({ code: z.literal('wrongCode') }),
  /** The file ends or breaks before its end; so much of it can be read. */
  z.strictObject({ code: z.literal('damagedFile'), commands: count, photos: count }),
  z.strictObject({ code: z.literal('unreadableFile'), detail: z.string() }),
  diskFull,
  fileNotWritten,
]);
export type ImportRefusal = z.infer<typeof ImportRefusal>;

export const ImportedWork = z.strictObject({
  stationName: z.string(),
  commands: count,
  photos: count,
  /** Those that were not here already. */
  newCommands: count,
  newPhotos: count,
  /** Damaged before they came into the file, or of another site. */
  leftOut: count,
});
export type ImportedWork = z.infer<typeof ImportedWork>;

const Handed = z.strictObject({ all: count, accepted: count, refused: count, waiting: count });
export const HandedInStation = z.strictObject({
  stationId: z.string(),
  stationName: z.string(),
  importedAt: z.string(),
  importedBy: z.string(),
  commands: Handed,
  photos: z.strictObject({ all: count, accepted: count, waiting: count }),
  /** Central waits for this number, which is in no file imported here. */
  missing: z.number().int().nullable(),
  /** At most 200, oldest first. */
  refusals: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      caseId: z.string().nullable(),
      /** Null: central could not read it and keeps it for a person. */
      refusal: Refusal.nullable(),
      /** As it was sealed; null where this build cannot read it. */
      sealed: z.strictObject({ fact: Fact, hash: z.string() }).nullable(),
    }),
  ),
});
export type HandedInStation = z.infer<typeof HandedInStation>;

export const RescueStatus = z.strictObject({
  /** A file being written or read; `share` 0 to 1. */
  running: z
    .strictObject({ what: z.enum(['export', 'import']), share: z.number().min(0).max(1) })
    .nullable(),
  /** Central did not answer the last time something was to be handed in. */
  waitsForCentral: z.boolean(),
  stations: z.array(HandedInStation),
});
export type RescueStatus = z.infer<typeof RescueStatus>;

export const rescueApi = {
  /**
   * Writes what central does not have to a file the person chooses. `photos`: those central has
   * not verified; null takes all that are kept.
   */
  exportUnsent: {
    input: z.strictObject({ photos: z.array(Sha256).max(12_000).nullable() }),
    output: resultOf(ExportedFile, ExportRefusal),
  },
  /** Lets a supervisor choose a file; it is remembered until it is imported or another is chosen. */
  chooseRescueFile: { input: nothing, output: resultOf(RescueFile, RescueFileRefusal) },
  /** `partly`: of a damaged file, take what can be read. */
  importRescue: {
    input: z.strictObject({ code: z.string().max(60), partly: z.boolean() }),
    output: resultOf(ImportedWork, ImportRefusal),
  },
  /** Calls off the file being written or read. */
  stopRescue: { input: nothing, output: nothing },
  rescueStatus: { input: nothing, output: RescueStatus },
} as const;
