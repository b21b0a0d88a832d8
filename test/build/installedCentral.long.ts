import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDeb } from '../../build/package/centralDeb.mjs';
import { packageCentral } from '../../build/package/centralPackage.mjs';
import { findPostgres, startPostgres } from '../builders/central/postgresServer.ts';
import { runPackaged, servePackaged } from './aPackagedCentral.ts';

const bin = findPostgres();
const settings = '/etc/quayside/central.env';
const data = '/var/lib/quayside';
const program = '/usr/bin/quayside-central';
const unitFile = '/usr/lib/systemd/system/quayside-central.service';
/** Where somebody has a central of their own, nothing of it is touched. */
const mayInstall = process.getuid?.() === 0 && ![settings, data, program].some(existsSync);

describe.skipIf(!mayInstall)('central’s Debian package', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'quayside-deb-'));
  let folder: string;
  const dpkg = (...args: readonly string[]) => runPackaged('/usr/bin/dpkg', args);

  beforeAll(async () => {
    const packed = await packageCentral();
    folder = packed.folder;
    const installed = dpkg('--install', makeDeb({ ...packed, compression: 'none' }));
    if (installed.status !== 0) throw new Error(installed.stderr);
  });
  afterAll(() => {
    dpkg('--purge', 'quayside-central');
    rmSync(place, { recursive: true, force: true });
  });

  test('has a unit that systemd understands, which starts what is installed as a user of its own', () => {
    const checked = runPackaged('/usr/bin/systemd-analyze', ['verify', '--man=no', unitFile]);
    expect(checked.stdout + checked.stderr).toBe('');
    const unit = readFileSync(unitFile, 'utf8');
    for (const wall of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'StateDirectory=quayside'])
      expect(unit).toContain(wall);
    expect(unit).toContain(`EnvironmentFile=${settings}`);
  });

  test('keeps its settings from everybody but root and central', () => {
    expect(ownersOf(settings)).toBe('root:quayside 640');
    expect(ownersOf(data)).toBe('quayside:quayside 700');
  });

  test('serves as the unit’s user, is verified and copied by root, and leaves root nothing', async () => {
    const changed = readFileSync(settings, 'utf8').replace('--port 7420', '--port 0');
    writeFileSync(settings, changed);
    const [start = '', ...args] = commandOf(unitFile, changed);
    const user = ['--reuid=quayside', '--regid=quayside', '--init-groups', '--no-new-privs'];
    const serving = await servePackaged('/usr/bin/setpriv', [...user, start, ...args]);
    expect((await fetch(`${serving.url}/central/health`)).status).toBe(200);
    expect(runPackaged(program, ['verify'])).toMatchObject({ status: 1, stdout: '' });
    expect(await serving.stop()).toBe(0);

    const verified = runPackaged(program, ['verify']);
    expect([verified.status, verified.stdout]).toEqual([0, expect.not.stringContaining('WRONG')]);
    expect(runPackaged(program, ['migrate']).stdout).toBe(
      'The schema is this version’s already.\n',
    );
    expect(runPackaged(program, ['backup', '--to', place])).toMatchObject({ status: 0 });
    expect(spawnSync('find', [data, '-not', '-user', 'quayside']).stdout.toString()).toBe('');
  });

  test.skipIf(bin === null)(
    'migrates, verifies and copies a PostgreSQL, whose dump restores',
    async () => {
      const server = await startPostgres(bin ?? '');
      try {
        const env = { DATABASE_URL: await server.createDatabase() };
        expect(runPackaged(program, ['migrate'], env).stdout).toContain(
          'made in an empty database',
        );
        expect(runPackaged(program, ['verify'], env)).toMatchObject({ status: 0, stderr: '' });
        const to = path.join(place, 'postgres');
        expect(runPackaged(program, ['backup', '--to', to], env)).toMatchObject({
          stderr: '',
          status: 0,
        });
        const [copy = ''] = readdirSync(to);
        const other = await server.createDatabase();
        const dump = path.join(to, copy, 'quayside.dump');
        const restore = ['--no-owner', `--dbname=${other}`, dump];
        expect(runPackaged('/usr/bin/pg_restore', restore)).toMatchObject({
          status: 0,
          stderr: '',
        });
        const restored = runPackaged(program, ['verify'], { DATABASE_URL: other });
        expect(restored).toMatchObject({ status: 0, stderr: '' });
      } finally {
        await server.stop();
      }
    },
  );

  test('has a container file that copies what is there', () => {
    const lines = readFileSync(path.join(folder, 'Containerfile'), 'utf8').split('\n');
    const copied = lines
      .filter((line) => line.startsWith('COPY '))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.filter((name) => !existsSync(path.join(folder, name)))).toEqual([]);
    const forDebian = ['Containerfile', 'systemd'];
    expect(readdirSync(folder).filter((name) => !copied.includes(name))).toEqual(forDebian);
  });

  test('leaves the data when it is removed, and takes it when it is purged', () => {
    expect(dpkg('--remove', 'quayside-central')).toMatchObject({ status: 0 });
    expect([program, path.join(data, 'database'), settings].map(existsSync)).toEqual([
      false,
      true,
      true,
    ]);
    expect(dpkg('--purge', 'quayside-central')).toMatchObject({ status: 0 });
    expect([data, settings].map(existsSync)).toEqual([false, false]);
    expect(spawnSync('getent', ['passwd', 'quayside']).status).not.toBe(0);
  });
});

function ownersOf(file: string): string {
  const { stdout } = spawnSync('stat', ['-c', '%U:%G %a', file], { encoding: 'utf8' });
  return stdout.trim();
}

/** ExecStart as systemd reads it: an unbraced variable becomes as many words as it has. */
function commandOf(unit: string, environment: string): readonly string[] {
  const options = /^QUAYSIDE_OPTIONS="(.*)"$/m.exec(environment)?.[1] ?? '';
  const command = /^ExecStart=(.*)$/m.exec(readFileSync(unit, 'utf8'))?.[1] ?? '';
  return command.replace('$QUAYSIDE_OPTIONS', options).split(' ');
}
