import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { filesBelow } from './filesBelow.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rooms = ['shared', 'electron', 'renderer', 'central', 'build', 'test'];
const outsiders = /(^|\/)(node_modules|migrations|fixtures)\//;
const files = rooms
  .flatMap((room) => filesBelow(path.join(root, room)).map((file) => `${room}/${file}`))
  .filter((file) => /\.(ts|tsx|mjs|cjs|js|css)$/.test(file) && !outsiders.test(file));

/** Longer than 400 lines, with the length each may have at most. Entries shrink and go. */
const allowedLengths: Readonly<Record<string, number>> = {};

const ceiling = 400;
const emptyWords = ['utils', 'util', 'helpers', 'helper', 'manager', 'common', 'handle', 'misc'];

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function lengthOf(file: string): number {
  return read(file).trimEnd().split('\n').length;
}

/** `handleScan` and `photo-utils` are made of the words handle, scan and photo, utils. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function saysNothing(name: string): boolean {
  return wordsOf(name).some((word) => emptyWords.includes(word));
}

describe('files', () => {
  test('there are some to look at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  test('stay within 400 lines', () => {
    const long = files
      .map((file) => ({ file, lines: lengthOf(file), may: allowedLengths[file] ?? ceiling }))
      .filter(({ lines, may }) => lines > may);
    expect(long).toEqual([]);
  });

  test('that were allowed to be longer leave the list once they are not', () => {
    const stale = Object.entries(allowedLengths).filter(
      ([file, may]) => !existsSync(path.join(root, file)) || lengthOf(file) < may,
    );
    expect(stale).toEqual([]);
  });

  test('that tests share clean up behind each test, and not behind the first file that imports them', () => {
    const shared = files.filter(
      (file) =>
        /^test\/.*\.tsx?$/.test(file) && !/(\.test\.tsx?|\.(long|setup|e2e)\.ts)$/.test(file),
    );
    // Playwright gives each file modules of its own.
    const inVitest = shared.filter((file) => !/^test\/(e2e|bench)\//.test(file));
    expect(inVitest.filter((file) => /^(before|after)(Each|All)\(/m.test(read(file)))).toEqual([]);
  });

  // It asks once past the page's policy and then as text the page may not run: red only where it is slow.
  test('that drive a page ask it themselves until it is so', () => {
    const drives = files.filter((file) => /^test\/(e2e|bench)\//.test(file));
    expect(drives.filter((file) => read(file).includes('.waitForFunction('))).toEqual([]);
  });

  test('are never barrels', () => {
    expect(files.filter((file) => /(^|\/)index\.[cm]?[jt]sx?$/.test(file))).toEqual([]);
  });

  test('have names that say what they are about', () => {
    expect(files.filter(saysNothing)).toEqual([]);
  });

  test('export nothing whose name says nothing', () => {
    const named = /^export (?:async )?(?:function|const|class|type) (\w+)/gm;
    const empty = files.flatMap((file) =>
      [...read(file).matchAll(named)]
        .map(([, name = '']) => name)
        .filter(saysNothing)
        .map((name) => `${file}: ${name}`),
    );
    expect(empty).toEqual([]);
  });
});

test('names that say nothing are recognised, and innocent ones are not', () => {
  expect(['handleScan', 'photo-utils.ts', 'RefundManager', 'common.ts'].map(saysNothing)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['handover.ts', 'HandlingUnit', 'commonwealth', 'utilise'].map(saysNothing)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

describe('dependencies', () => {
  const [, table = ''] =
    /^## Dependencies\n([\s\S]*?)(?=\n## |$(?![\s\S]))/m.exec(read('build/README.md')) ?? [];
  const { dependencies, devDependencies, optionalDependencies } = z
    .object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
      optionalDependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(read('package.json')));

  test.skipIf(table === '')('each stand in build/README.md with a reason', () => {
    const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });

  test('are pinned, but for types and the Node brought along, which follow their major', () => {
    const floating = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(floating.map(([name]) => name)).toEqual(['@types/node']);
  });

  test('come from a lock file that names no download host', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": *"https?:/);
  });
});
