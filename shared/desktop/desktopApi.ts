/**
 * The whole IPC contract: what the page may ask of the operating system, by name, with the schemas
 * both sides parse. No paths, no tokens and no keys cross it. Bytes travel as Uint8Array.
 */
import { z } from 'zod';
import { Role } from '../facts/codes.ts';
import { PersonId, SiteId, StationId } from '../ids.ts';
import { Command, CommandDraft } from '../sync/command.ts';
import { HeldDecision } from './heldDecision.ts';
import { printingApi } from './printingApi.ts';
import { rescueApi } from './rescueApi.ts';
import { resultOf } from './resultOf.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const nothing = z.strictObject({});

export const Enrolment = z.strictObject({
  stationId: StationId,
  siteId: SiteId,
  siteName: z.string(),
  stationName: z.string(),
  fingerprint: z.string(),
});
export type Enrolment = z.infer<typeof Enrolment>;

export const StationState = z.strictObject({
  enrolment: Enrolment.nullable(),
  /** Central has revoked this station: it hands in what is unsent and is wiped; nothing is signed. */
  revoked: z.boolean(),
  /**
   * Of a revoked station: what central does not have of it yet, after a first try to hand it in or
   * before, and whether a person who has it in a file may wipe this computer.
   */
  leaving: z
    .strictObject({
      records: z.number().int().nonnegative(),
      photos: z.number().int().nonnegative(),
      isTried: z.boolean(),
      mayWipe: z.boolean(),
    })
    .nullable(),
  /** When this computer was wiped as a revoked station and none joined here since. */
  wipedAt: z.number().nullable(),
  /** Central does not know this station's token (any more): work goes on here, a new code helps. */
  tokenRefused: z.boolean(),
  /** Central's address as configured, for the enrolment form and About. */
  centralUrl: z.string().nullable(),
  /** A code handed over by the start command; only in the demo. */
  offeredCode: z.string().nullable(),
  demo: z.boolean(),
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  platform: z.string(),
  bootId: z.string(),
  /** Milliseconds since the boot `bootId` names, at this answer; `performance.now()` only counts since the page. */
  monotonicMs: z.number().nonnegative(),
  /** `none` is said honestly: secrets then rest on file permissions only. */
  keyring: z.enum(['os', 'none']),
  freeBytes: z.number().nonnegative(),
  /** With less than this free nothing more is recorded. */
  minimumFreeBytes: z.number().nonnegative(),
  journal: z.strictObject({
    lastSequence: z.number().int().nonnegative(),
    /** Commands not yet settled by central. */
    unsettled: z.number().int().nonnegative(),
    /** Lines dropped from the journal's torn tail at this start. */
    tornLines: z.number().int().nonnegative(),
    /** Lines unreadable or missing before the tail: a fault of the disk that central must hear of. */
    damagedLines: z.number().int().nonnegative(),
  }),
});
export type StationState = z.infer<typeof StationState>;

export const EnrolRefusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('codeUnknown') }),
  z.strictObject({ code: z.literal('codeUsed') }),
  z.strictObject({ code: z.literal('codeExpired') }),
  z.strictObject({ code: z.literal('centralUnreachable'), detail: z.string() }),
  z.strictObject({ code: z.literal('badAddress') }),
  z.strictObject({ code: z.literal('alreadyEnrolled') }),
  z.strictObject({ code: z.literal('tooMany'), retryAfterSeconds: z.number() }),
]);
export type EnrolRefusal = z.infer<typeof EnrolRefusal>;

export const SignedInPerson = z.strictObject({
  personId: PersonId,
  name: z.string(),
  badge: z.string(),
  roles: z.array(Role),
});
export type SignedInPerson = z.infer<typeof SignedInPerson>;

export const SignInRefusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('unknownBadge') }),
  z.strictObject({ code: z.literal('inactive') }),
  z.strictObject({ code: z.literal('wrongPin'), triesLeft: z.number().int() }),
  z.strictObject({ code: z.literal('wait'), seconds: z.number().int() }),
  z.strictObject({ code: z.literal('locked') }),
  z.strictObject({ code: z.literal('notEnrolled') }),
  z.strictObject({ code: z.literal('weakPin') }),
  /** They work here for the first time: a slip is needed. */
  z.strictObject({ code: z.literal('notJoined') }),
  z.strictObject({ code: z.literal('joiningNeedsCentral') }),
]);
export type SignInRefusal = z.infer<typeof SignInRefusal>;

export const JoinRefusal = z.discriminatedUnion('code', [
  ...SignInRefusal.options,
  z.strictObject({ code: z.literal('slipUnknown') }),
  z.strictObject({ code: z.literal('slipUsed') }),
  z.strictObject({ code: z.literal('slipExpired') }),
]);
export type JoinRefusal = z.infer<typeof JoinRefusal>;

export const SealRefusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('notSignedIn') }),
  z.strictObject({ code: z.literal('otherPerson') }),
  z.strictObject({ code: z.literal('notEnrolled') }),
  /** Decisions about money ask for the PIN each time. */
  z.strictObject({ code: z.literal('pinRequired') }),
  z.strictObject({ code: z.literal('pin'), refusal: SignInRefusal }),
  z.strictObject({ code: z.literal('diskFull'), freeBytes: z.number() }),
  z.strictObject({ code: z.literal('journalFailed'), detail: z.string() }),
  z.strictObject({ code: z.literal('idReused') }),
]);
export type SealRefusal = z.infer<typeof SealRefusal>;

export const PhotoKeepRefusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('hashMismatch'), found: z.string() }),
  z.strictObject({ code: z.literal('notAnImage') }),
  z.strictObject({ code: z.literal('tooLarge'), bytes: z.number() }),
  z.strictObject({ code: z.literal('tooManyPixels'), pixels: z.number() }),
  z.strictObject({ code: z.literal('diskFull'), freeBytes: z.number() }),
  z.strictObject({ code: z.literal('writeFailed'), detail: z.string() }),
]);
export type PhotoKeepRefusal = z.infer<typeof PhotoKeepRefusal>;

const bytes = z.instanceof(Uint8Array);

/** name → what goes in and what comes out. A name that is not here does nothing. */
export const desktopApi = {
  stationState: { input: nothing, output: StationState },
  enrolStation: {
    input: z.strictObject({
      centralUrl: z.string().max(300),
      code: z.string().max(40),
      stationName: z.string().min(1).max(60),
    }),
    output: resultOf(Enrolment, EnrolRefusal),
  },
  /** Fetches people from central into the vault, and tells it of PIN tries. Quiet when offline. */
  refreshPeople: { input: nothing, output: z.strictObject({ refreshed: z.boolean() }) },
  /** Badges and PINs, only when central runs the demo company. */
  demoCards: {
    input: nothing,
    output: z.array(
      z.strictObject({
        personId: PersonId,
        name: z.string(),
        badge: z.string(),
        roles: z.array(Role),
        pin: z.string(),
      }),
    ),
  },
  signIn: {
    input: z.strictObject({ badge: z.string().max(20), pin: z.string().max(20) }),
    output: resultOf(SignedInPerson, SignInRefusal),
  },
  /** Whether somebody has to join before they can sign in here, and whether they have; in the demo they do so by themselves. */
  mustJoin: {
    input: z.strictObject({ badge: z.string().max(20) }),
    output: z.strictObject({ mustJoin: z.boolean(), hasJoined: z.boolean() }),
  },
  /** A person's first time at this station: with their slip, choosing a PIN. Their key is born here. */
  joinStation: {
    input: z.strictObject({
      badge: z.string().max(20),
      slip: z.string().max(40),
      pin: z.string().max(20),
    }),
    output: resultOf(SignedInPerson, JoinRefusal),
  },
  /**
   * Said each second while somebody is signed in. The main process itself sees whether anybody is there, and
   * whether the computer locks or slept: within five seconds of the answer their key is gone.
   */
  stayAwake: {
    input: z.strictObject({
      /** After how long without work this place locks. */
      minutes: z.number().int().min(1).max(240),
      /** Something lies open that hands may be busy with. */
      isWorkOpen: z.boolean(),
      /** Somebody did something since, or a scanner or camera read: not all of it is input the main process sees. */
      hasWorked: z.boolean(),
    }),
    output: z.strictObject({ locked: z.enum(['no', 'idle', 'computer', 'gone']) }),
  },
  signOut: { input: nothing, output: nothing },
  signedIn: { input: nothing, output: SignedInPerson.nullable() },
  /**
   * Numbers, chains, signs and journals one command: it returns only when the line is on disk
   * (`fdatasync`). `pin` is required for `verdictDecided`.
   */
  sealCommand: {
    input: z.strictObject({ draft: CommandDraft, pin: z.string().max(20).nullable() }),
    output: resultOf(Command, SealRefusal),
  },
  /** Whether it is the PIN of whoever is signed in, before anything is sealed with it; counts like a sign-in. */
  provePin: {
    input: z.strictObject({ pin: z.string().max(20) }),
    output: resultOf(nothing, SignInRefusal),
  },
  /** Unsettled commands after a sequence, oldest first, at most `limit`. */
  readJournal: {
    input: z.strictObject({
      afterSequence: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1000),
      /** Above this sequence also what central has answered: the database never had it, or lost it. */
      answeredAbove: z.number().int().nonnegative().optional(),
    }),
    /** `answered`: the ids among them that central has answered. */
    output: z.strictObject({
      commands: z.array(Command),
      answered: z.array(z.string()),
      more: z.boolean(),
    }),
  },
  /**
   * Own sealed commands which the database still has and the journal may have lost with its disk.
   * What it has, it keeps as it is; what does not hash to what it says is left out.
   */
  returnCommands: {
    input: z.strictObject({ commands: z.array(Command).max(500) }),
    output: z.strictObject({ restored: z.number().int().nonnegative() }),
  },
  /** Central has answered for good about these (accepted, refused or quarantined). */
  settleCommands: {
    input: z.strictObject({ ids: z.array(z.string().max(64)).max(1000) }),
    output: nothing,
  },
  keepPhoto: {
    input: z.strictObject({ sha256: Sha256, bytes }),
    output: resultOf(z.strictObject({ bytes: z.number() }), PhotoKeepRefusal),
  },
  readPhoto: { input: z.strictObject({ sha256: Sha256 }), output: bytes.nullable() },
  keptPhotos: { input: nothing, output: z.array(Sha256) },
  /** Only after central has verified the hash. */
  letPhotoGo: { input: z.strictObject({ sha256: Sha256 }), output: nothing },
  /** A signed decision that can still be called back: on disk when this returns, without its PIN. */
  keepHeldDecision: { input: z.strictObject({ held: HeldDecision }), output: nothing },
  /** It was sealed, called back, or given up. */
  letHeldDecisionGo: { input: z.strictObject({ key: z.string().max(200) }), output: nothing },
  heldDecisions: { input: nothing, output: z.array(HeldDecision) },
  /**
   * Wipes a revoked station whose unsent work somebody has in a file: the application starts anew.
   * Not begun: central or somebody has to have everything first.
   */
  wipeStation: { input: nothing, output: z.strictObject({ begun: z.boolean() }) },
  /** For the warning at quit. */
  reportUnsent: {
    input: z.strictObject({ count: z.number().int().nonnegative() }),
    output: nothing,
  },
  ...rescueApi,
  ...printingApi,
} as const;

export type DesktopName = keyof typeof desktopApi;
export type DesktopInput<N extends DesktopName> = z.input<(typeof desktopApi)[N]['input']>;
export type DesktopOutput<N extends DesktopName> = z.output<(typeof desktopApi)[N]['output']>;

/** The one object the preload exposes as `window.quayside`. */
export type Desktop = {
  readonly [N in DesktopName]: (input: DesktopInput<N>) => Promise<DesktopOutput<N>>;
};

export const desktopChannel = 'quayside';
/** Own origin of the page. */
export const appOrigin = 'app://quayside';
