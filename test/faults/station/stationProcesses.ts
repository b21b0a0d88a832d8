/** Stations as processes in places of a small network, told what to do one thing at a time. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { StationHolds } from '../agreement.ts';

export const ToStation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('save'), facts: z.number() }),
  z.object({ kind: z.literal('beQuiet') }),
  z.object({ kind: z.literal('stopSync') }),
  z.object({ kind: z.literal('report') }),
]);
export type Told = z.infer<typeof ToStation>;

const FromStation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), id: z.string() }),
  z.object({ kind: z.literal('holds'), holds: StationHolds }),
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('failed'), why: z.string() }),
]);
export type Said = z.infer<typeof FromStation>;

export type StationProcess = {
  readonly place: string;
  /** Resolves when it was done; rejects when it was refused or the process was killed meanwhile. */
  readonly tell: (what: Told) => Promise<void>;
  readonly report: () => Promise<StationHolds>;
  /** `kill -9`; resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

export type StationPlace = {
  readonly place: string;
  readonly within: readonly string[];
  readonly folder: string;
  readonly centralUrl: string;
  /** Only for the first start. */
  readonly code?: string;
  /** Hears of every fact the station has said is saved. */
  readonly onSaved: (id: string) => void;
};

const script = path.join(import.meta.dirname, 'stationProcess.ts');

/** Resolves when somebody is signed in. */
export async function startStationProcess(where: StationPlace): Promise<StationProcess> {
  const { place, folder, centralUrl, code } = where;
  const [command, ...before] = [...where.within, process.execPath];
  const said = [script, folder, centralUrl, place, ...(code === undefined ? [] : [code])];
  const child = spawn(command, [...before, ...said], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Half of a start is compiling.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, '..', 'compiled') },
  });
  let stderr = '';
  child.stderr?.on('data', (part: Buffer) => {
    stderr += part.toString();
  });
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  let holds: StationHolds | null = null;
  const answers = turns(child, gone, () => `${place} ended: ${stderr}`, {
    saved: where.onSaved,
    holds(heard) {
      holds = heard;
    },
  });
  await answers.next();
  async function tell(what: Told): Promise<void> {
    const answer = answers.next();
    child.send(what);
    await answer;
  }
  return {
    place,
    tell,
    async report() {
      await tell({ kind: 'report' });
      if (holds === null) throw new Error(`${place} said nothing`);
      return holds;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** One thing is under way at a time; each ends with "done" or "failed", or with the process. */
function turns(
  child: ChildProcess,
  gone: Promise<void>,
  whyGone: () => string,
  hear: { saved: (id: string) => void; holds: (holds: StationHolds) => void },
): { readonly next: () => Promise<void> } {
  let finish: ((failure: Error | null) => void) | null = null;
  child.on('message', (message) => {
    const heard = FromStation.parse(message);
    if (heard.kind === 'saved') hear.saved(heard.id);
    else if (heard.kind === 'holds') hear.holds(heard.holds);
    else finish?.(heard.kind === 'done' ? null : new Error(heard.why));
  });
  void gone.then(() => finish?.(new Error(whyGone())));
  return {
    next: () =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null || child.signalCode !== null) reject(new Error(whyGone()));
        finish = (failure) => {
          finish = null;
          if (failure === null) resolve();
          else reject(failure);
        };
      }),
  };
}
