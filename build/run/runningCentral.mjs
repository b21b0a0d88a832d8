import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../system/dependencies.mjs';
import { quickImports } from '../system/quickImports.mjs';
import { endProcess, startTied } from '../system/tiedProcess.mjs';

/**
 * Starts central with the demo company, or with nothing in it, and waits until it answers. Its log
 * goes to a file beside its data. Where nothing is, there is no site to offer a code for: ''.
 * @param {{ readonly folder: string, readonly isEmpty?: boolean, readonly databaseUrl?: string }} what
 * @returns {Promise<{ url: string, enrolmentCode: string, log: string, ended: Promise<number>,
 *   stop: () => Promise<void> }>}
 */
export async function startCentral({ folder, isEmpty = false, databaseUrl }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const log = path.join(folder, 'central.log');
  const port = await lastPort(folder);
  const args = ['--data', path.join(folder, 'central'), '--port', String(port)];
  if (!isEmpty) args.push('--demo');
  const child = startTied(process.execPath, [...quickImports, 'central/start.ts', ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...(databaseUrl === undefined ? {} : { env: { ...process.env, DATABASE_URL: databaseUrl } }),
  });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  keepLog(child, log);
  const ready = await new Promise((resolve, reject) => {
    linesOf(child.stdout).on('line', (line) => {
      const said = entryIn(line);
      if (said?.ready === true) resolve(said);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`central ended with code ${code} before it was ready; see ${log}`)),
    );
  });
  writeFileSync(path.join(folder, 'port'), new URL(ready.url).port);
  return {
    url: ready.url,
    enrolmentCode: ready.enrolmentCode ?? '',
    log,
    ended,
    stop: () => endProcess(child),
  };
}

/** Central logs JSON lines: those go to the file, errors and plain words are shown as well. */
function keepLog(child, file) {
  const written = createWriteStream(file, { mode: 0o600 });
  // One of an earlier version could be read by everybody, and held the admin token.
  if (existsSync(file)) chmodSync(file, 0o600);
  linesOf(child.stderr).on('line', (line) => {
    const entry = entryIn(line);
    if (entry === undefined) console.error(line);
    else if (entry.level >= 50) console.error(`central: ${entry.msg} ${entry.err?.message ?? ''}`);
    written.write(`${line}\n`);
  });
}

function linesOf(stream) {
  if (stream === null) throw new Error('central has nothing to read from');
  return createInterface({ input: stream });
}

function entryIn(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The port of last time where it is free, so that an enrolled station finds central again. */
async function lastPort(folder) {
  let port = 0;
  try {
    port = Number(readFileSync(path.join(folder, 'port'), 'utf8'));
  } catch {
    return 0;
  }
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}
