import { centralApi, contractVersion, limits } from '../../../shared/sync/centralApi.ts';
import { readPush, readTolerantly } from '../../../shared/sync/tolerant.ts';
import { askCentral, type Forward } from './askCentral.ts';
import type { ForeignStation } from './foreignStation.ts';
import type { SealedLine } from './sealedLine.ts';
import { PhotoRefused, uploadForeignPhoto } from './uploadForeignPhoto.ts';

/** What is handed in of one station, and what central said to it. */
export type WorkToHandIn = Omit<ForeignStation, 'takeIn' | 'photos'> & {
  readonly photos: Pick<ForeignStation['photos'], 'list' | 'read'>;
};

export type HandedIn = {
  /** Central waits for this number, and nobody brought it. */
  readonly missing: number | null;
  /** Nothing is left to do for this station. */
  readonly isDone: boolean;
};

export type Handing = {
  readonly forward: Forward;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Where broken uploads go on. */
  readonly addresses: Map<string, string>;
};

/**
 * Hands one station's work in: its commands in their own order, then the photos. Central knows each
 * id and each hash, so it does not matter who else does the same, the station itself included.
 */
export async function handIn(station: WorkToHandIn, handing: Handing): Promise<HandedIn> {
  const missing = await handInCommands(station, handing);
  await handInPhotos(station, handing);
  const isDone = waitingCommands(station).length === 0 && waitingPhotos(station).length === 0;
  if (isDone && station.about().doneAt === null) await station.keepAbout({ doneAt: handing.now() });
  return { missing, isDone };
}

export function waitingCommands(station: WorkToHandIn): readonly SealedLine[] {
  return station.lines().filter(({ id }) => {
    const kind = station.answerTo(id)?.kind;
    return kind === undefined || kind === 'deferred';
  });
}

export function waitingPhotos({ photos, isVerified }: WorkToHandIn): readonly string[] {
  return photos.list().filter((sha256) => !isVerified(sha256));
}

async function handInCommands(station: WorkToHandIn, handing: Handing): Promise<number | null> {
  const offered = new Set<string>();
  let askedAgainFrom = 0;
  let next = waitingCommands(station);
  for (;;) {
    handing.signal.throwIfAborted();
    const batch = withinLimits(next);
    const { results, epoch, expectedSequence: expected } = await push(station, batch, handing);
    // Each is offered once a round, whatever central makes of it.
    for (const { id } of batch.slice(0, results.length)) offered.add(id);
    if (await isRestored(station, epoch)) offered.clear();
    else if (results.length === 0 && expected === null) return null;
    next = waitingCommands(station).filter(({ id }) => !offered.has(id));
    if (expected === null) continue;

    // Central lacks what it had answered before, or what nobody brought.
    const from = station.lines().findIndex(({ sequence }) => sequence === expected);
    if (from < 0 || expected === askedAgainFrom) return expected;
    askedAgainFrom = expected;
    next = station.lines().slice(from);
  }
}

/** Restored from a back-up, central may lack what it had accepted: everything is offered again. */
async function isRestored(station: WorkToHandIn, epoch: string): Promise<boolean> {
  const before = station.about().epoch;
  if (before === epoch) return false;
  await station.keepAbout({ epoch, ...(before !== null && { doneAt: null }) });
  if (before !== null) await station.forgetAnswers();
  return before !== null;
}

async function push(station: WorkToHandIn, batch: readonly SealedLine[], handing: Handing) {
  const body = {
    contractVersion,
    epoch: station.about().epoch,
    commands: batch.map(({ command }) => command),
  };
  const answer = await askCentral(handing, centralApi.push.path, body, readPush);
  const ofBatch = new Set(batch.map(({ id }) => id));
  await station.keepAnswers(
    answer.results.filter(({ id, kind }) => ofBatch.has(id) && station.answerTo(id)?.kind !== kind),
  );
  return answer;
}

/** One at least, so that a large one cannot stand still for ever. */
function withinLimits(lines: readonly SealedLine[]): readonly SealedLine[] {
  let bytes = 0;
  const end = lines.findIndex(({ line }, place) => {
    bytes += Buffer.byteLength(line);
    return place > 0 && (bytes > limits.bytesPerPush - 4096 || place >= limits.commandsPerPush);
  });
  return end < 0 ? lines : lines.slice(0, end);
}

const statesAtOnce = 500;

async function handInPhotos(station: WorkToHandIn, handing: Handing): Promise<void> {
  await learnVerified(station, handing);
  for (const sha256 of waitingPhotos(station)) {
    handing.signal.throwIfAborted();
    const bytes = await station.photos.read(sha256);
    if (bytes === null) continue;
    try {
      await uploadForeignPhoto(handing.forward, sha256, bytes, handing.addresses, handing.signal);
    } catch (failure) {
      // One photo central will not have must not hold up the others.
      if (!(failure instanceof PhotoRefused)) throw failure;
    }
  }
  await learnVerified(station, handing);
}

async function learnVerified(station: WorkToHandIn, handing: Handing): Promise<void> {
  const waiting = waitingPhotos(station);
  const { path, response } = centralApi.photoStates;
  for (let from = 0; from < waiting.length; from += statesAtOnce) {
    const sha256 = waiting.slice(from, from + statesAtOnce);
    const read = (said: unknown) => readTolerantly(response, said);
    const { photos } = await askCentral(handing, path, { sha256 }, read);
    const asked = new Set(sha256);
    const verified = photos.filter((it) => it.state === 'verified' && asked.has(it.sha256));
    await station.keepVerified(verified.map((it) => it.sha256));
  }
}
