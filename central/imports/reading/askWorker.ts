import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { bounds } from '../table/bounds.ts';
import type { FileRefusal } from '../table/fileRefusal.ts';
import type { Answered, Asked } from './readWorker.ts';

/** The thread is a file beside this one, in the sources and where central is installed. */
const builtAs = path.extname(import.meta.filename);

/**
 * Has one file read by a thread with bounded memory. `each` answer is done with before the one after
 * the next is asked for. null: to its end, or as far as `each` wanted. What is no refusal (a file that
 * is not there) is thrown.
 */
export async function askWorker(
  asked: Asked,
  each: (answered: Answered) => Promise<'goOn' | 'stop'>,
): Promise<FileRefusal | null> {
  const worker = new Worker(path.join(import.meta.dirname, `readWorker${builtAs}`), {
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMb, maxYoungGenerationSizeMb: 16 },
    env: {},
    execArgv: ['--no-warnings'],
  });
  try {
    send(worker, asked);
    return await endOf(worker, each);
  } finally {
    await worker.terminate();
  }
}

function endOf(
  worker: Worker,
  each: (answered: Answered) => Promise<'goOn' | 'stop'>,
): Promise<FileRefusal | null> {
  return new Promise((resolve, reject) => {
    let unheard = 0;
    let work: Promise<void> = Promise.resolve();
    // While we are busy with what it said it has nothing to say.
    const hangs = setInterval(() => {
      if (unheard === 0) over({ code: 'tookTooLong' });
    }, bounds.hangsAfterMs);
    const over = (refusal: FileRefusal | null) => {
      clearInterval(hangs);
      resolve(refusal);
    };
    const fail = (cause: unknown) => {
      clearInterval(hangs);
      reject(cause instanceof Error ? cause : new Error(String(cause)));
    };

    async function hear(answered: Answered): Promise<void> {
      if (answered.kind === 'refused') return over(answered.refusal);
      if (answered.kind === 'end') return over(null);
      if (answered.kind === 'rows') send(worker, { kind: 'more' });
      if ((await each(answered)) === 'stop') over(null);
    }

    worker.on('message', (answered: Answered) => {
      unheard += 1;
      hangs.refresh();
      work = work
        .then(() => hear(answered))
        .catch(fail)
        .finally(() => {
          unheard -= 1;
        });
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') over({ code: 'tooMuchMemory' });
      else fail(error);
    });
    worker.on('exit', () => void work.then(() => over({ code: 'tookTooLong' })));
  });
}

function send(worker: Worker, asked: Asked): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(asked);
}
