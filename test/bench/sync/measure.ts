/** Runs the contenders of a row in turns, each time on a fresh profile. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { pushToCentral } from './centralPush.ts';
import { type Engine, openInShell, openPage } from './engines.ts';
import type { Measured } from './page/work.ts';
import type { Places } from './places.ts';
import { profiled } from './profiled.ts';
import type { Entry, Row } from './rows.ts';

export type Taken = ReadonlyMap<string, readonly Measured[]>;

type Ground = {
  readonly engine: Engine | 'node';
  readonly origin: string;
  readonly places: Places;
  readonly repeats: number;
  /** Where to write what the profiler saw of ours. */
  readonly profiles: string | null;
};

export async function measureRow(ground: Ground, row: Row): Promise<Taken> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-bench-'));
  const entries = row.entries.filter((entry) => ground.engine === 'electron' || !entry.inShell);
  const taken = new Map<string, Measured[]>(entries.map(({ name }) => [name, []]));

  /** A rival that fails is left out of the row; ours and the floor may not. */
  async function addTurn(entry: Entry): Promise<void> {
    try {
      taken.get(entry.name)?.push(await once(ground, folder, entry));
    } catch (failure) {
      if (entry.aim || entry === row.entries[0]) throw failure;
      console.error(failure);
    }
  }
  try {
    for (const entry of entries) await prepareOnce(ground, folder, entry);
    for (let turn = 0; turn < ground.repeats; turn += 1)
      for (let seat = 0; seat < entries.length; seat += 1) {
        // Each turn begins with another one, so that nobody always comes after the same neighbour.
        const entry = entries[(turn + seat) % entries.length];
        if (entry) await addTurn(entry);
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return taken;
}

function preparedProfile(folder: string, { bundle, work }: Entry): string {
  return path.join(folder, `prepared-${bundle}-${work}`);
}

async function prepareOnce(ground: Ground, folder: string, entry: Entry): Promise<void> {
  const { engine } = ground;
  if (!entry.prepare || engine === 'node') return;
  const profile = preparedProfile(folder, entry);
  const address = `${ground.origin}/${entry.bundle}`;
  const { page, close } = await openPage(engine, profile, address);
  try {
    await called(page, entry.prepare.work, entry.prepare.count, {});
  } finally {
    await close();
  }
}

async function once(ground: Ground, folder: string, entry: Entry): Promise<Measured> {
  const { engine } = ground;
  if (engine === 'node') return await pushToCentral(entry.work, entry.count);
  const profile = path.join(folder, 'profile');
  const prepared = preparedProfile(folder, entry);
  if (existsSync(prepared)) cpSync(prepared, profile, { recursive: true });
  const at = await ground.places.make(entry);
  const { page, close } = entry.inShell
    ? await openInShell(profile)
    : await openPage(engine, profile, `${ground.origin}/${entry.bundle}`);
  try {
    return ground.profiles !== null && entry.aim
      ? await profiled(page, path.join(ground.profiles, `${engine}-${entry.work}`), () =>
          called(page, entry.work, entry.count, at),
        )
      : await called(page, entry.work, entry.count, at);
  } catch (cause) {
    throw new Error(`${entry.name}, ${entry.work}, ${engine}`, { cause });
  } finally {
    await close();
    await ground.places.clear();
    rmSync(profile, { recursive: true, force: true });
    rmSync(`${profile}-app`, { recursive: true, force: true });
  }
}

async function called(
  page: Page,
  work: string,
  count: number,
  at: Readonly<Record<string, string>>,
): Promise<Measured> {
  // Asked from here: a function that polls in the page is one of those its policy does not let run.
  while (!(await page.evaluate(() => window.contender !== undefined)))
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  // From a timer: what is evaluated from outside may do more than the page itself.
  return await page.evaluate(
    (given) =>
      new Promise<Measured>((resolve, reject) => {
        setTimeout(() => {
          const act = window.contender?.[given.work];
          if (act) act({ count: given.count, at: given.at }).then(resolve, reject);
          else reject(new Error(`no work ${given.work}`));
        }, 0);
      }),
    { work, count, at },
  );
}
