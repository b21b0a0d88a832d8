import { type ChildProcess, fork } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { Asked, Reencoded } from './reencodeWorker.ts';
import { tooMuchMemory, tooMuchTime } from './reencodeWorkerLimits.ts';

/** `unreadable`: never again; `busy`: ask later. */
export type ReencodeRefusal = 'unreadable' | 'busy';

/** Turns a stranger's picture into one a page may decode. */
export type Reencoder = {
  /** The bytes are read when its turn comes (null: nothing to decode); stations take turns, whatever one of them asks. */
  reencode(
    stationId: string,
    bytes: () => Promise<Uint8Array | null>,
  ): Promise<Result<Uint8Array, ReencodeRefusal>>;
  stop(): Promise<void>;
};

type Job = {
  readonly bytes: () => Promise<Uint8Array | null>;
  readonly done: (made: Result<Uint8Array, ReencodeRefusal>) => void;
};

const waitingPerStation = 32;
/** By the clock; the worker itself counts what it uses of the processor. */
const hangsAfterMs = 120_000;
const idleMs = 60_000;

/** An installed central is built into one folder, beside the packages that cannot be. */
const builtAs = path.extname(import.meta.filename);
const isBuilt = builtAs !== '.ts';
const rooms = path.join(import.meta.dirname, isBuilt ? '..' : '../..');
const readable = ['node_modules', 'package.json'].concat(
  isBuilt ? 'app' : ['shared', 'central/photos'],
);

/** One process decodes at a time, behind everything else this machine has to do. */
export function startReencoder(): Reencoder {
  const waiting = new Map<string, Job[]>();
  let worker: ChildProcess | null = null;
  let working: Promise<void> | null = null;
  let idle: NodeJS.Timeout | null = null;
  let count = 0;

  async function work(): Promise<void> {
    if (idle !== null) clearTimeout(idle);
    for (let job = next(); job !== null; job = next())
      job.done(await decode(job).catch(() => refuse('busy' as const)));
    working = null;
    idle = setTimeout(endWorker, idleMs);
    idle.unref();
  }

  /** Of the station whose turn it is, which then goes to the end of the line. */
  function next(): Job | null {
    for (const [stationId, jobs] of waiting) {
      waiting.delete(stationId);
      const job = jobs.shift();
      if (jobs.length > 0) waiting.set(stationId, jobs);
      if (job) return job;
    }
    return null;
  }

  async function decode(job: Job): Promise<Result<Uint8Array, ReencodeRefusal>> {
    const bytes = await job.bytes();
    if (bytes === null) return refuse('unreadable');
    worker ??= startWorker();
    const answered = await answerOf(worker, { id: (count += 1), bytes });
    if (!answered.ok) endWorker();
    return answered.ok && answered.value.bytes !== null
      ? accept(answered.value.bytes)
      : refuse(answered.ok ? 'unreadable' : answered.refusal);
  }

  function endWorker(): void {
    worker?.kill('SIGKILL');
    worker = null;
  }

  return {
    reencode(stationId, bytes) {
      const jobs = waiting.get(stationId) ?? [];
      if (jobs.length >= waitingPerStation) return Promise.resolve(refuse('busy'));
      return new Promise((done) => {
        waiting.set(stationId, [...jobs, { bytes, done }]);
        working ??= work();
      });
    },
    async stop() {
      for (const job of [...waiting.values()].flat()) job.done(refuse('busy'));
      waiting.clear();
      endWorker();
      await working;
      if (idle !== null) clearTimeout(idle);
    },
  };
}

function startWorker(): ChildProcess {
  const worker = fork(path.join(import.meta.dirname, `reencodeWorker${builtAs}`), {
    execArgv: [
      '--permission',
      '--allow-addons',
      '--no-warnings',
      ...readable.map((name) => `--allow-fs-read=${path.join(rooms, name)}`),
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  if (worker.pid !== undefined)
    os.setPriority(worker.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  worker.unref();
  worker.channel?.unref();
  return worker;
}

/** The worker's answer, or how it ended instead. */
function answerOf(worker: ChildProcess, asked: Asked): Promise<Result<Reencoded, ReencodeRefusal>> {
  return new Promise((resolve) => {
    const rest = (said: Result<Reencoded, ReencodeRefusal>) => {
      clearTimeout(hangs);
      worker.off('message', heard);
      worker.off('exit', ended);
      worker.off('error', failed);
      resolve(said);
    };
    const heard = (answer: Reencoded) => {
      if (answer.id === asked.id) rest(accept(answer));
    };
    /** Stopped by us or by the machine: another time. Of its own accord: this picture is too much. */
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      const byPicture = code === tooMuchMemory || code === tooMuchTime || signal === 'SIGSEGV';
      rest(refuse(byPicture ? 'unreadable' : 'busy'));
    };
    const failed = () => rest(refuse('busy'));
    const hangs = setTimeout(failed, hangsAfterMs);
    worker.on('message', heard);
    worker.once('exit', ended);
    worker.once('error', failed);
    worker.send(asked, (error) => error && failed());
  });
}
