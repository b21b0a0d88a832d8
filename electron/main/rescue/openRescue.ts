import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Desktop, Enrolment, SignedInPerson } from '../../../shared/desktop/desktopApi.ts';
import type {
  ExportRefusal,
  HandedInStation,
  RescueStatus,
  rescueApi,
} from '../../../shared/desktop/rescueApi.ts';
import { Fact } from '../../../shared/facts/fact.ts';
import { errorCode } from '../../../shared/node/errorCode.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { DiskSpace } from '../machine/diskSpace.ts';
import type { Forward } from './askCentral.ts';
import { exportUnsent } from './exportUnsent.ts';
import { startForeignSender } from './foreignSender.ts';
import type { ForeignStation } from './foreignStation.ts';
import { openForeignWork } from './foreignWork.ts';
import { waitingCommands, waitingPhotos } from './handIn.ts';
import { importRescue } from './importRescue.ts';
import { readHeader } from './readRescue.ts';
import { fileExtension } from './rescueFormat.ts';
import { unsentWork } from './unsentWork.ts';

/** The operating system's own dialogs; null when nothing was chosen. */
export type ChooseFile = {
  readonly toWrite: (suggestedName: string) => Promise<string | null>;
  readonly toRead: () => Promise<string | null>;
};

type Deps = {
  /** The station's. */
  readonly folder: string;
  readonly enrolment: () => Enrolment | null;
  /** Nobody signs in any more: whoever is there takes out what is unsent. */
  readonly revoked: () => Enrolment | null;
  /** What is in a file now. */
  readonly exported: (what: { commands: string[]; photos: string[] }) => Promise<void>;
  readonly signedIn: () => SignedInPerson | null;
  readonly space: DiskSpace;
  readonly now: () => number;
  readonly forward: Forward;
  readonly chooseFile: ChooseFile;
  readonly log: (event: string, detail: string) => void;
};

export type Rescue = {
  readonly desktop: Pick<Desktop, keyof typeof rescueApi>;
  readonly foreign: () => readonly ForeignStation[];
  readonly centralAnswers: () => void;
  readonly close: () => Promise<void>;
};

/** Unsent work out of this station, and other stations' work through it. */
export async function openRescue(deps: Deps): Promise<Rescue> {
  const { folder, enrolment, signedIn, space, now, chooseFile } = deps;
  const foreign = await openForeignWork(path.join(folder, 'rescued'), space, now());
  const sender = startForeignSender({
    stations: foreign.stations,
    isEnrolled: () => enrolment() !== null,
    forward: deps.forward,
    now,
    log: deps.log,
  });
  let chosen: string | null = null;
  let running: { readonly stop: AbortController; at: RescueStatus['running'] } | null = null;

  type Work = { readonly signal: AbortSignal; readonly progress: (share: number) => void };
  /** One file at a time, and the page hears how far it is. */
  async function alone<T, R extends { readonly code: string }>(
    what: 'export' | 'import',
    doing: (work: Work) => Promise<Result<T, R>>,
  ): Promise<Result<T, R | ReturnType<typeof troubleOf> | { readonly code: 'rescueBusy' }>> {
    if (running !== null) return refuse({ code: 'rescueBusy' });
    const stop = new AbortController();
    const mine = { stop, at: { what, share: 0 } };
    running = mine;
    try {
      return await doing({
        signal: stop.signal,
        progress: (share) => {
          mine.at = { what, share };
        },
      });
    } catch (failure) {
      deps.log(`${what}Failed`, failure instanceof Error ? (failure.stack ?? '') : 'unknown');
      return refuse(troubleOf(failure, stop.signal, await space.free()));
    } finally {
      running = null;
    }
  }

  async function exportTo({ signal, progress }: Work, wanted: readonly string[] | null) {
    const station = enrolment() ?? deps.revoked();
    const refusal = (code: 'notEnrolled' | 'calledOff' | 'nothingUnsent') =>
      refuse<ExportRefusal>({ code });
    if (station === null) return refusal('notEnrolled');
    const photos = wanted === null ? null : new Set(wanted);
    const work = await unsentWork(folder, { photos });
    if (work.commands.length === 0 && work.photos.length === 0) return refusal('nothingUnsent');
    const file = await chooseFile.toWrite(suggestedName(station.stationName, now()));
    if (file === null) return refusal('calledOff');
    const whole = work.photos.reduce((sum, { bytes }) => sum + bytes, 1);
    const exported = await exportUnsent(work, file, {
      now: now(),
      signal,
      progress: (bytes) => progress(bytes / whole),
    });
    await deps.exported({
      commands: work.commands.map(({ id }) => id),
      photos: work.photos.map(({ sha256 }) => sha256),
    });
    const { photosUnreadable, ...counts } = exported;
    const leftOut = work.unreadable.length + photosUnreadable.length + work.photosMissing.length;
    return accept({ ...counts, fileName: path.basename(file), leftOut });
  }

  async function choose() {
    const station = enrolment();
    if (station === null) return refuse({ code: 'notEnrolled' as const });
    const file = await chooseFile.toRead();
    if (file === null) return refuse({ code: 'calledOff' as const });
    chosen = null;
    const opened = await open(file, 'r').catch((failure: unknown) => errorCode(failure) ?? '');
    if (typeof opened === 'string')
      return refuse({ code: 'unreadableFile' as const, detail: opened });
    try {
      const found = await readHeader(opened);
      if (!found.ok) return found;
      const { station: of, site, ...rest } = found.value.header;
      if (site.id !== station.siteId)
        return refuse({ code: 'rescueOfOtherSite' as const, site: site.name });
      chosen = file;
      const { size } = await opened.stat();
      const { madeAt, commands, photos } = rest;
      const about = { madeAt, commands, photos, bytes: size };
      return accept({ ...about, stationName: of.name, siteName: site.name });
    } finally {
      await opened.close();
    }
  }

  async function importChosen(work: Work, given: { code: string; partly: boolean }, by: string) {
    const station = enrolment();
    if (station === null) return refuse({ code: 'notEnrolled' as const });
    if (chosen === null) return refuse({ code: 'noFileChosen' as const });
    const file = await open(chosen, 'r').catch((failure: unknown) => errorCode(failure) ?? '');
    if (typeof file === 'string') return refuse({ code: 'unreadableFile' as const, detail: file });
    try {
      const found = await readHeader(file);
      // It was readable a moment ago: the stick was pulled, or exchanged.
      if (!found.ok || found.value.header.site.id !== station.siteId)
        return refuse({ code: 'noFileChosen' as const });
      const imported = await importRescue(file, found.value, foreign, {
        ...given,
        ...work,
        siteId: station.siteId,
        importedBy: by,
        now: now(),
      });
      if (imported.ok) {
        chosen = null;
        sender.wake();
      }
      return imported;
    } finally {
      await file.close();
    }
  }

  const supervisor = () => {
    const person = signedIn();
    return person?.roles.includes('supervisor') === true ? person : null;
  };

  return {
    desktop: {
      async exportUnsent({ photos }) {
        if (signedIn() === null && deps.revoked() === null) return refuse({ code: 'notSignedIn' });
        return await alone('export', (work) => exportTo(work, photos));
      },
      async chooseRescueFile() {
        if (supervisor() === null) return refuse({ code: 'needsSupervisor' });
        if (running !== null) return refuse({ code: 'rescueBusy' });
        return await choose();
      },
      async importRescue(given) {
        const person = supervisor();
        if (person === null) return refuse({ code: 'needsSupervisor' });
        return await alone('import', (work) => importChosen(work, given, person.name));
      },
      async stopRescue() {
        running?.stop.abort();
        return {};
      },
      rescueStatus: async () => ({
        running: running?.at ?? null,
        waitsForCentral: sender.waitsForCentral(),
        stations: foreign
          .stations()
          .map((it) => standingOf(it, sender.missingOf(it.about().station.id))),
      }),
    },
    foreign: foreign.stations,
    centralAnswers: sender.centralAnswers,
    close: async () => {
      running?.stop.abort();
      await sender.close();
    },
  };
}

function standingOf(foreign: ForeignStation, missing: number | null): HandedInStation {
  const { station, importedAt, importedBy } = foreign.about();
  const lines = foreign.lines();
  const answers = lines.map(({ id }) => foreign.answerTo(id));
  const waiting = waitingCommands(foreign).length;
  const refused = answers.filter((it) => it?.kind === 'refused' || it?.kind === 'quarantined');
  const photos = foreign.photos.list();
  const photosWaiting = waitingPhotos(foreign).length;
  return {
    stationId: station.id,
    stationName: station.name,
    importedAt: new Date(importedAt).toISOString(),
    importedBy,
    commands: {
      all: lines.length,
      accepted: lines.length - waiting - refused.length,
      refused: refused.length,
      waiting,
    },
    photos: {
      all: photos.length,
      accepted: photos.length - photosWaiting,
      waiting: photosWaiting,
    },
    missing: waiting > 0 ? missing : null,
    refusals: lines
      .flatMap(({ id, command }, place) => {
        const answer = answers[place];
        if (answer?.kind !== 'refused' && answer?.kind !== 'quarantined') return [];
        const { kind, caseId = null } = command.fact;
        const refusal = answer.kind === 'refused' ? answer.refusal : null;
        const fact = Fact.safeParse(command.fact);
        const sealed = fact.success ? { fact: fact.data, hash: command.hash } : null;
        return [{ id, kind, caseId, refusal, sealed }];
      })
      .slice(0, 200),
  };
}

function troubleOf(failure: unknown, signal: AbortSignal, freeBytes: number) {
  if (signal.aborted) return { code: 'calledOff' as const };
  const detail = errorCode(failure) ?? 'unknown';
  return detail === 'ENOSPC'
    ? { code: 'diskFull' as const, freeBytes }
    : { code: 'fileNotWritten' as const, detail };
}

/** "Dock 2 2026-11-18.quayside-rescue", with what any file system takes. */
function suggestedName(stationName: string, now: number): string {
  const plain = stationName.replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ').trim();
  return `${plain} ${new Date(now).toISOString().slice(0, 10)}.${fileExtension}`;
}
