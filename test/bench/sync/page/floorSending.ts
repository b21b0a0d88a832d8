import type { Command } from '../../../../shared/sync/command.ts';
import { pagesOf } from '../goods.ts';
import { commandsAtOnce, given, pushed } from './overHttp.ts';
import { verify, type Work } from './work.ts';

/** Bare HTTP: commands from memory, no outbox, answers only counted. */
export const push: Work = async ({ count, at }) => {
  const commands = await given<Command[]>(at['commands']);
  const start = performance.now();
  let answers = 0;
  for (const batch of pagesOf(commands, commandsAtOnce))
    answers += (await pushed(at['url'], batch)).results.length;
  const ms = [performance.now() - start];
  verify('answers', answers, count);
  return { ms };
};

/** Photos into the origin's own files, each flushed before the next. */
export const photos: Work = async ({ count }) => {
  const worker = new Worker(URL.createObjectURL(new Blob([inWorker], { type: 'text/javascript' })));
  const told = new Promise<number>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
    worker.onerror = (failure) => reject(new Error(failure.message));
  });
  worker.postMessage(count, []);
  const took = await told;
  const folder = await navigator.storage.getDirectory();
  const last = await (await folder.getFileHandle(`photo-${count - 1}`)).getFile();
  verify('bytes of the last', last.size, photoBytes);
  return { ms: [took], figures: { 'MB/s': (count * photoBytes) / 1000 / took } };
};

export const photoBytes = 300_000;

const inWorker = `onmessage = async ({ data: count }) => {
  const folder = await navigator.storage.getDirectory();
  const bytes = new Uint8Array(${photoBytes});
  crypto.getRandomValues(bytes.subarray(0, 65536));
  const start = performance.now();
  for (let n = 0; n < count; n += 1) {
    bytes[0] = n;
    const file = await folder.getFileHandle('photo-' + n, { create: true });
    const open = await file.createSyncAccessHandle();
    open.write(bytes);
    open.flush();
    open.close();
  }
  postMessage(performance.now() - start);
};`;
