import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { Desktop } from '../../shared/desktop/desktopApi.ts';
import { HeldDecision } from '../../shared/desktop/heldDecision.ts';
import { bootIdOf } from '../../shared/node/bootId.ts';
import { accept, refuse } from '../../shared/result.ts';
import { Command, chainStart } from '../../shared/sync/command.ts';
import { givenBack } from './journal/givenBack.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { sealInJournal } from './journal/sealing.ts';
import { settling } from './journal/settling.ts';
import { type Clock, systemClock } from './machine/clock.ts';
import { freeBytesOf, makeFolder, syncFolder } from './machine/durableFile.ts';
import type { Keyring } from './machine/keyring.ts';
import { openVault } from './machine/vault.ts';
import { type AutoLock, openAutoLock } from './people/autoLock.ts';
import { openHeldDecisions } from './people/heldDecisions.ts';
import { openKeptKeys } from './people/keptKeys.ts';
import { openPeople } from './people/people.ts';
import { pinTries } from './people/pinTries.ts';
import { openPhotoFiles } from './photos/photoFiles.ts';
import { openPrinting, type PrintPdf } from './printing/openPrinting.ts';
import { type ChooseFile, openRescue } from './rescue/openRescue.ts';
import { openRevocation, type Revocation } from './revoked/revocation.ts';
import { forgetWiped, wipedAt } from './revoked/wiping.ts';
import type { Fetch } from './station/callCentral.ts';
import { forward } from './station/forward.ts';
import { openJoining } from './station/joining.ts';
import { provingFetch } from './station/provingFetch.ts';
import { openStation, type Station } from './station/station.ts';
import { openStationKey } from './station/stationKey.ts';
import { readSentinel, writeSentinel } from './station/stationRecord.ts';

export type AbilityOptions = {
  /** Everything of this station lies below it; one process at a time. */
  readonly folder: string;
  readonly keyring: Keyring;
  /** Stands above the address stored at the enrolment; null to use that one. */
  readonly centralUrl: string | null;
  readonly fetch: Fetch;
  readonly clock?: Clock;
  readonly freeBytes?: (folder: string) => Promise<number>;
  /** Below it nothing is captured any more. */
  readonly minimumFreeBytes?: number;
  /** Offered in the enrolment form while there is no stored address. */
  readonly suggestedCentralUrl?: string | null;
  /** HTTP beyond the own machine, in tests and development. */
  readonly plainHttp?: boolean;
  readonly bootId?: string;
  readonly demo?: boolean;
  readonly offeredCode?: string | null;
  readonly versions?: {
    readonly version: string;
    readonly electron: string;
    readonly chromium: string;
  };
  readonly unsentChanged?: (count: number) => void;
  /** A revoked station is wiped at the start that follows. */
  readonly restart?: () => void;
  /** False where nobody sits at a window: nothing would ever say that somebody is there. */
  readonly locksByItself?: boolean;
  /** The operating system's dialogs; without them nobody ever chooses a file. */
  readonly chooseFile?: ChooseFile;
  readonly choosePdf?: (suggestedName: string) => Promise<string | null>;
  /** Left out where there is no window to draw in. */
  readonly print?: PrintPdf;
  readonly log?: (event: string, detail: string) => void;
};

export type Abilities = {
  readonly desktop: Desktop;
  readonly autoLock: Pick<AutoLock, 'sawInput' | 'computerLocks'>;
  readonly forward: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
};

const tokenCheckMs = 10 * 60 * 1000;
const noPrinter: PrintPdf = async () => refuse({ code: 'printFailed', detail: 'no window' });
const noFile: ChooseFile = { toWrite: async () => null, toRead: async () => null };
const noVersions = { version: '0', electron: '0', chromium: '0' };

/** What a station can do beyond its page: the journal, photo files, people's keys, central. */
export async function createAbilities(options: AbilityOptions): Promise<Abilities> {
  const { folder, clock = systemClock, log = () => {} } = options;
  const bootId = options.bootId ?? (await bootIdOf());
  await makeFolder(folder);
  const freeBytes = options.freeBytes ?? freeBytesOf;
  const space = {
    free: () => freeBytes(folder),
    minimum: options.minimumFreeBytes ?? 200 * 1024 * 1024,
  };

  const journalFolder = path.join(folder, 'journal');
  let sentinel = await readSentinel(folder);
  async function openChain(): Promise<Journal> {
    return openJournal({
      folder: journalFolder,
      clock,
      bootId,
      floor: sentinel?.sealed ?? null,
      async noteHead(sealed) {
        if (sentinel === null) return;
        sentinel = { ...sentinel, sealed };
        await writeSentinel(folder, sentinel);
      },
    });
  }
  let journal = await openChain();

  /** What an earlier station never sent stays beside the new journal, for a person to rescue. */
  async function startChain(stationId: string) {
    if (journal.state().lastSequence > 0) {
      await journal.close();
      await rename(
        journalFolder,
        `${journalFolder}-${sentinel?.stationId ?? 'unknown'}-${clock.now()}`,
      );
      await syncFolder(folder);
      sentinel = null;
      journal = await openChain();
    }
    sentinel = { stationId, sealed: { sequence: 0, hash: chainStart } };
    await writeSentinel(folder, sentinel);
  }

  const vault = await openVault(path.join(folder, 'vault'), options.keyring);
  const keptKeys = await openKeptKeys(vault);
  const tries = pinTries(keptKeys, clock, bootId);
  const people = await openPeople(vault, keptKeys, tries);
  const held = await openHeldDecisions(vault);
  const photos = await openPhotoFiles(path.join(folder, 'photos'), space);
  const { centralUrl, plainHttp = false } = options;
  const { version } = options.versions ?? noVersions;
  const tells = () => `${version} ${journal.state().lastSequence} ${clock.now()}`;
  const stationKey = await openStationKey(vault);
  const fetch = provingFetch(options.fetch, stationKey, clock.now, people.signer, tells);
  let revocation: Revocation | null = null;
  const station = await openStation({
    folder,
    centralUrl,
    plainHttp,
    fetch,
    vault,
    people,
    clock,
    startChain,
    onRevoked: () => revocation?.begin(),
  });

  const autoLock = openAutoLock({
    clock,
    isOn: options.locksByItself ?? true,
    isSomebodyThere: () => people.signer() !== null,
    lock: people.signOut,
  });
  const { stationSecret } = keptKeys;
  const joining = openJoining({ people, tries, station, stationSecret, log });

  let tokenCheck: Promise<void> = Promise.resolve();
  const checkToken = () => {
    tokenCheck = tokenCheck
      .then(() => station.keepTokenFresh())
      .catch((failure: unknown) => log('tokenNotKept', String(failure)));
  };
  const timer = setInterval(checkToken, tokenCheckMs);
  timer.unref();
  checkToken();

  const toCentral = (request: Request) =>
    forward(request, {
      fetch,
      central: station.central,
      renewToken: station.renewToken,
      revoked: station.markRevoked,
    });
  const rescue = await openRescue({
    folder,
    enrolment: station.enrolment,
    revoked: () => (station.record().revoked ? station.record().enrolment : null),
    exported: async (what) => revocation?.exported(what),
    signedIn: () => people.signer()?.person ?? null,
    space,
    now: clock.now,
    forward: toCentral,
    chooseFile: options.chooseFile ?? noFile,
    log,
  });

  revocation = await openRevocation({
    folder,
    isRevoked: () => station.record().revoked,
    journal: () => journal,
    photos,
    foreign: rescue.foreign,
    forward: (request) => forward(request, { fetch, ...handsInOnly(station) }),
    now: clock.now,
    restart() {
      options.unsentChanged?.(0);
      options.restart?.();
    },
    log,
  });
  const answered = settling({
    isSomebodyThere: () => people.signer() !== null,
    settle: (ids) => journal.settle(ids),
  });
  let wiped = await wipedAt(folder);

  const printing = openPrinting({
    signedIn: () => people.signer()?.person ?? null,
    print: options.print ?? noPrinter,
    choosePdf: options.choosePdf ?? (async () => null),
    freeBytes,
    creator: `Quayside ${version}`,
    now: clock.now,
    log,
  });

  const desktop: Desktop = {
    ...rescue.desktop,
    ...printing,
    async stationState() {
      const { enrolment, revoked, centralUrl: stored } = station.record();
      return {
        enrolment: revoked || station.hasToken() ? enrolment : null,
        revoked,
        leaving: revocation?.standing() ?? null,
        wipedAt: wiped,
        tokenRefused: station.isTokenRefused(),
        centralUrl: centralUrl ?? stored ?? options.suggestedCentralUrl ?? null,
        offeredCode: options.offeredCode ?? null,
        demo: options.demo ?? false,
        ...(options.versions ?? noVersions),
        platform: process.platform,
        bootId,
        monotonicMs: clock.monotonicMs(),
        keyring: vault.kind,
        freeBytes: await space.free(),
        minimumFreeBytes: space.minimum,
        journal: journal.state(),
      };
    },
    async enrolStation(input) {
      const enrolled = await station.enrol(input);
      if (enrolled.ok) await forgetWiped(folder);
      if (enrolled.ok) wiped = null;
      return enrolled;
    },
    wipeStation: async () => ({ begun: (await revocation?.wipe()) ?? false }),
    async refreshPeople() {
      const refreshed = await station.refreshPeople();
      if (refreshed) await joining.peopleCame();
      return { refreshed };
    },
    demoCards: async () => people.demoCards(),
    async signIn(asked) {
      const signedIn = await joining.signIn(asked);
      if (signedIn.ok) autoLock.begin();
      await answered.settleWhatWaits();
      return signedIn;
    },
    mustJoin: async ({ badge }) => joining.mustJoin(badge),
    async joinStation(asked) {
      const joined = await joining.join(asked);
      if (joined.ok) autoLock.begin();
      await answered.settleWhatWaits();
      return joined;
    },
    stayAwake: async (said) => ({ locked: autoLock.stayAwake(said) }),
    async signOut() {
      people.signOut();
      return {};
    },
    signedIn: async () => people.signer()?.person ?? null,
    sealCommand: (input) =>
      sealInJournal(input, { enrolment: station.enrolment, people, journal: () => journal, space }),
    async provePin({ pin }) {
      const proof = await people.provePin(pin);
      return proof.ok ? accept({}) : proof;
    },
    readJournal: ({ afterSequence, limit, answeredAbove }) =>
      journal.unsettledAfter(afterSequence, limit, answeredAbove),
    async returnCommands({ commands }) {
      const fitting = givenBack(
        commands.map((it) => Command.parse(it)),
        {
          stationId: station.record().enrolment?.stationId ?? null,
          end: journal.end(),
          publicKeysOf: people.publicKeysOf,
          isAnybodyKnown: people.isAnybodyKnown(),
        },
      );
      const restored = await Promise.all(fitting.map((it) => journal.restore(it)));
      return { restored: restored.filter(Boolean).length };
    },
    async settleCommands({ ids }) {
      await answered.say(ids);
      return {};
    },
    keepPhoto: ({ sha256, bytes }) => photos.keep(sha256, bytes),
    readPhoto: ({ sha256 }) => photos.read(sha256),
    keptPhotos: async () => [...photos.list()],
    async letPhotoGo({ sha256 }) {
      await photos.letGo(sha256);
      return {};
    },
    async keepHeldDecision(input) {
      await held.keep(HeldDecision.parse(input.held));
      return {};
    },
    async letHeldDecisionGo({ key }) {
      await held.letGo(key);
      return {};
    },
    heldDecisions: async () => [...held.list()],
    async reportUnsent({ count }) {
      options.unsentChanged?.(count);
      return {};
    },
  };

  return {
    desktop,
    autoLock,
    async forward(request) {
      const response = await toCentral(request);
      if (response.ok) rescue.centralAnswers();
      return response;
    },
    async close() {
      clearInterval(timer);
      autoLock.close();
      await tokenCheck;
      await joining.close();
      await revocation?.close();
      await rescue.close();
      people.signOut();
      await journal.close();
    },
  };
}

function handsInOnly({ centralOfRevoked }: Station) {
  return { central: centralOfRevoked, renewToken: async () => false, revoked: async () => {} };
}
