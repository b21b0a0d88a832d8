import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const folder = path.join(import.meta.dirname, '../../out/faults');

/**
 * Keeps what a long test measured, under its number in the table of sixteen and a short name
 * ("100 kills"), for the table `npm run faults` prints at its end.
 */
export async function noteFigures(
  test: number,
  name: string,
  figures: Readonly<Record<string, number | string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { stdout } = await promisify(execFile)('git', ['rev-parse', '--short', 'HEAD']);
  const noted = { test, name, figures, date: new Date().toISOString(), commit: stdout.trim() };
  const file = `${String(test).padStart(2, '0')} ${name.replaceAll(/[^\w-]+/g, ' ')}.json`;
  await writeFile(path.join(folder, file), `${JSON.stringify(noted, null, 2)}\n`);
}

/** How many rounds a long test makes: its aim, or what `QUAYSIDE_ROUNDS` says for a shorter look. */
export function rounds(aim: number): number {
  const asked = Number(process.env['QUAYSIDE_ROUNDS']);
  return Number.isInteger(asked) && asked > 0 ? asked : aim;
}
