/** What a figure does not tell: where the interface's thread was, and what stood on the screen. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenedStation } from './station.ts';

export type Closely = {
  /** Where a profile of the thread is put (`.cpuprofile`); null: none. Slows what is measured. */
  readonly profiles: string | null;
  /** Where pictures at 100 ms steps are put; null: none. Slows what is measured. */
  readonly steps: string | null;
};

const stepMs = 100;

export async function watchedClosely<T>(
  station: OpenedStation,
  what: string,
  { profiles, steps }: Closely,
  act: () => Promise<T>,
): Promise<T> {
  const name = what.replaceAll(' ', '-');
  const endProfile = profiles === null ? null : await profile(station, profiles, name);
  const endSteps = steps === null ? null : await takeSteps(station, path.join(steps, name));
  try {
    return await act();
  } finally {
    await endSteps?.();
    await endProfile?.();
  }
}

async function profile({ session }: OpenedStation, folder: string, name: string) {
  mkdirSync(folder, { recursive: true });
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  return async () => {
    const { profile: taken } = await session.send('Profiler.stop');
    writeFileSync(path.join(folder, `${name}.cpuprofile`), JSON.stringify(taken));
  };
}

/** The last picture the page has drawn, at each step; named by milliseconds since the first. */
async function takeSteps({ session }: OpenedStation, folder: string) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let newest = '';
  const drawn = ({ data, sessionId }: { data: string; sessionId: number }) => {
    newest = data;
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => null);
  };
  session.on('Page.screencastFrame', drawn);
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  const began = Date.now();
  const timer = setInterval(() => {
    const at = String(Date.now() - began).padStart(7, '0');
    if (newest !== '') writeFileSync(path.join(folder, `${at}.png`), newest, 'base64');
  }, stepMs);
  return async () => {
    clearInterval(timer);
    session.off('Page.screencastFrame', drawn);
    await session.send('Page.stopScreencast');
  };
}
