/**
 * quayside-central COMMAND [OPTIONS]: everything an installed central is run with. Each command is a
 * program of its own, which reads its options itself; /etc/quayside/central.env says where its database
 * and its folder are, so that a person's commands mean the same central as the service.
 */
import { statSync } from 'node:fs';
import { errorCode } from '../shared/node/errorCode.ts';

type Command = {
  readonly says: string;
  /**
   * Works on the database and the folder themselves, as whoever owns the folder, or as you are, who may
   * write where a copy goes; null: asks a running central.
   */
  readonly onData: 'asOwner' | 'asYouAre' | null;
  readonly start: () => Promise<unknown>;
};

const commands: Readonly<Record<string, Command>> = {
  serve: {
    says: 'runs central; its options are in OPERATING.md',
    onData: 'asOwner',
    start: () => import('./start.ts'),
  },
  migrate: {
    says: 'brings the database to this version’s schema (--i-have-a-backup)',
    onData: 'asOwner',
    start: () => import('./tools/migrate.ts'),
  },
  verify: {
    says: 'whether database, ledger, feed, photos, clock and disk are in order',
    onData: 'asOwner',
    start: () => import('./tools/verify.ts'),
  },
  backup: {
    says: 'copies the database, and photos after it (--to DIR)',
    onData: 'asYouAre',
    start: () => import('./tools/backup.ts'),
  },
  import: {
    says: 'what is in a file a company’s records stand in',
    onData: null,
    start: () => import('./tools/import.ts'),
  },
  calendar: {
    says: 'every site’s calendar and how far it reaches; gives and renews them',
    onData: null,
    start: () => import('./tools/calendar.ts'),
  },
  people: {
    says: 'who works here: add, change, badge, slip, unlock, leave, back',
    onData: null,
    start: () => import('./tools/people.ts'),
  },
  stations: {
    says: 'every station, when it was heard and what it had not sent; code, revoke',
    onData: null,
    start: () => import('./tools/stations.ts'),
  },
  administrators: {
    says: 'who runs central: names, scopes, tokens',
    onData: null,
    start: () => import('./tools/administrators.ts'),
  },
  'step-over': {
    says: 'what waits behind records that are missing',
    onData: null,
    start: () => import('./tools/stepOver.ts'),
  },
  'send-refund-again': {
    says: 'refunds the payment system said no to',
    onData: null,
    start: () => import('./tools/sendRefundAgain.ts'),
  },
  replay: {
    says: 'decides every closed case again under a draft policy',
    onData: 'asOwner',
    start: () => import('./tools/replay.ts'),
  },
};

const settings = process.env['QUAYSIDE_ENV_FILE'] ?? '/etc/quayside/central.env';

async function main(): Promise<void> {
  const [name] = process.argv.splice(2, 1);
  if (name === undefined || name === 'help' || name === '--help') return sayUsage();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined)
    throw new Error(`There is no “${name}”: ${Object.keys(commands).join(', ')}`);
  if (name === 'serve' && process.argv.includes('--demo'))
    throw new Error('The demo company is part of the project, not of an installed central');
  readSettings(command);
  if (command.onData === 'asOwner') becomeOwnerOf(process.env['QUAYSIDE_DATA']);
  await command.start();
}

function sayUsage(): void {
  console.log('quayside-central COMMAND [OPTIONS]\n');
  for (const [name, { says }] of Object.entries(commands))
    console.log(`  ${name.padEnd(18)} ${says}`);
}

/** What is set already stands. The file may hold the database's password: not everybody may read it. */
function readSettings({ onData }: Command): void {
  try {
    process.loadEnvFile(settings);
  } catch (failure) {
    if (errorCode(failure) === 'ENOENT' || onData === null) return;
    if (errorCode(failure) !== 'EACCES') throw failure;
    throw new Error(`You may not read ${settings}: run this as root, or as central’s user`, {
      cause: failure,
    });
  }
}

/** What root wrote in central's folder central could not change any more. */
function becomeOwnerOf(folder: string | undefined): void {
  if (process.getuid?.() !== 0 || folder === undefined) return;
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner === undefined || owner.uid === 0) return;
  process.setgroups?.([owner.gid]);
  process.setgid?.(owner.gid);
  process.setuid?.(owner.uid);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
