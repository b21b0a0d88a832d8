/** A seeded central's folder, made once per version of what it is made of, and a copy of it to work on. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../../build/system/dependencies.mjs';
import { keepUpWithClocks } from '../../../../central/cases/sweeps/keepClocks.ts';
import { openDatabase } from '../../../../central/database/openDatabase.ts';
import { silent } from '../../../../central/log.ts';
import { localDateOf } from '../../../../shared/deadlines/localDay.ts';
import { errorCode } from '../../../../shared/node/errorCode.ts';
import { fillCentral } from './fillCentral.ts';
import { Manifest } from './manifest.ts';
import { type SizeName, sizes } from './sizes.ts';

export type SeededCentral = { readonly folder: string; readonly manifest: Manifest };

/**
 * Not the demo's stories, which change often and hardly change this; nor central's migrations, which
 * a copy of an older seed goes through when it is opened.
 */
const madeOf = ['test/bench/app/seed/{tellReturns,ownPhotos,fillCentral}.ts'];
export const usualCache = path.join(projectRoot, 'out/bench/seeds');

export async function seededCentral(name: SizeName, cache = usualCache): Promise<SeededCentral> {
  const folder = path.join(cache, `${name}-${version(name)}`);
  const manifest = path.join(folder, 'manifest.json');
  if (!existsSync(manifest)) await seed(name, folder);
  await settle(folder);
  return { folder, manifest: Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8'))) };
}

/** Pictures are never written to, so a copy shares them. */
export function copyCentral({ folder }: SeededCentral, to: string): void {
  mkdirSync(to, { recursive: true });
  cpSync(folder, to, {
    recursive: true,
    filter: (source) => !source.endsWith(path.join('central', 'photos')),
  });
  const pictures = path.join(folder, 'central/photos');
  for (const entry of readdirSync(pictures, { recursive: true, withFileTypes: true })) {
    const from = path.join(entry.parentPath, entry.name);
    const place = path.join(to, 'central/photos', path.relative(pictures, from));
    if (entry.isDirectory()) mkdirSync(place, { recursive: true });
    else {
      mkdirSync(path.dirname(place), { recursive: true });
      share(from, place);
    }
  }
}

/** Where temporary files lie on a disk of their own, or in memory, nothing is shared. */
function share(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (failure) {
    if (errorCode(failure) !== 'EXDEV') throw failure;
    copyFileSync(from, to);
  }
}

/** Whole under its name, or not there. */
async function seed(name: SizeName, folder: string): Promise<void> {
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  const began = performance.now();
  console.log(`seeding central, size ${name}; once for this version`);
  const today = localDateOf(new Date().toISOString(), 'America/New_York');
  const manifest = await fillCentral(path.join(making, 'central'), sizes[name], today);
  writeFileSync(path.join(making, 'manifest.json'), JSON.stringify(manifest));
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  console.log(`seeded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/**
 * A central that has been running for a while: deadlines of all its cases worked out once. Otherwise
 * it would do that beside whatever is measured, at every run.
 */
async function settle(folder: string): Promise<void> {
  const mark = path.join(folder, 'settled');
  if (existsSync(mark)) return;
  const began = performance.now();
  const place = { kind: 'folder', folder: path.join(folder, 'central') } as const;
  const database = await openDatabase(place, silent);
  try {
    await keepUpWithClocks({ database, now: () => new Date(), log: silent }, () => true);
  } finally {
    await database.close();
  }
  writeFileSync(mark, '');
  console.log(`settled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

function version(name: SizeName): string {
  const hash = createHash('sha256').update(JSON.stringify(sizes[name]));
  for (const file of globSync(madeOf, { cwd: projectRoot }).toSorted())
    hash.update(file).update(readFileSync(path.join(projectRoot, file)));
  return hash.digest('hex').slice(0, 12);
}
