import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../out/faults-tools');
const library = path.join(folder, 'no-sync.so');

/**
 * For the positive controls: an environment in which a process only believes that it has synced.
 * Null where there is no C compiler to make it with.
 */
export function withoutSyncs(): Readonly<Record<string, string>> | null {
  if (!existsSync('/usr/bin/cc')) return null;
  mkdirSync(folder, { recursive: true });
  const source = path.join(folder, 'no-sync.c');
  const calls = ['fsync(int f)', 'fdatasync(int f)', 'syncfs(int f)'];
  writeFileSync(source, calls.map((call) => `int ${call} { (void)f; return 0; }\n`).join(''));
  execFileSync('/usr/bin/cc', ['-shared', '-fPIC', '-O1', '-o', library, source]);
  return { LD_PRELOAD: library };
}
