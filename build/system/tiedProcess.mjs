import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const setpriv = '/usr/bin/setpriv';

/**
 * Starts a process that ends when this one does, however that happens: on Linux the kernel tells
 * it, so even `kill -9` leaves nothing behind. With `detached`, Ctrl-C in a terminal reaches only
 * the starter, which ends the process in its own order.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { lastSignal?: 'TERM' | 'KILL' }} options
 */
export function startTied(command, args, { lastSignal = 'TERM', ...options }) {
  const child = existsSync(setpriv)
    ? spawn(setpriv, ['--pdeathsig', lastSignal, command, ...args], options)
    : spawn(command, [...args], options);
  process.once('exit', () => child.kill());
  return child;
}

/** @type {WeakMap<import('node:child_process').ChildProcess, Promise<unknown>>} */
const ending = new WeakMap();

/**
 * Asks a process to end, once, and waits until it has.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endProcess(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (!ending.has(child)) {
    ending.set(child, new Promise((resolve) => child.once('exit', resolve)));
    child.kill('SIGTERM');
  }
  await ending.get(child);
}

/**
 * Lets a process end the way this one is asked to, and this one with its exit code.
 * @param {import('node:child_process').ChildProcess} child
 */
export function standInFor(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
}

/** npm dies of a SIGTERM without passing it on; its script then has another parent. */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 1000);
  watch.unref();
}
