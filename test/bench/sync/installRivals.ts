import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, runNpm } from '../../../build/system/dependencies.mjs';

const folder = path.join(projectRoot, 'test/bench/rivals');

/** What we compare with is no dependency of the product: it is installed here, on first use. */
export function installRivals(): void {
  if (isComplete()) return;
  console.log('Installing the rivals of the benchmark …');
  const { status } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  if (status !== 0) throw new Error('npm ci of the rivals failed');
}

type Packages = Readonly<
  Record<string, { readonly version?: string; readonly optional?: boolean }>
>;

function isComplete(): boolean {
  if (!existsSync(path.join(folder, 'node_modules/.package-lock.json'))) return false;
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(
    ([place, { version, optional }]) =>
      place === '' || optional === true || installed[place]?.version === version,
  );
}

function packagesIn(file: string): Packages {
  const lock = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as {
    readonly packages: Packages;
  };
  return lock.packages;
}
