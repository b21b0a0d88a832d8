import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from './filesBelow.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rooms = ['shared', 'electron', 'renderer', 'central', 'build', 'test', 'assets'];
const files = rooms.flatMap((room) =>
  filesBelow(path.join(root, room))
    .filter((file) => !file.includes('node_modules/'))
    .map((file) => `${room}/${file}`),
);
const documents = ['README.md', ...files.filter((file) => file.endsWith('.md') && inHouse(file))];
const ending = /\.(ts|tsx|mjs|css|sql|sh)$/;

/** What is shipped as it is, notices above all, is not ours to check. */
function inHouse(file: string): boolean {
  return !file.startsWith('assets/') && !file.includes('/fixtures/');
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** File names in backticks; a star or a dot run stands for any characters. */
function namedIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => ending.test(name) && !/[<>{}]/.test(name) && !name.includes('NNNN'));
}

/** From the root, from the document's own folder, or anywhere below that folder. */
function isThere(name: string, document: string): boolean {
  const room = path.dirname(document);
  const plain = path.posix.normalize(path.posix.join(room, name));
  const pattern = new RegExp(
    `(^|/)${name
      .replace(/^(\.\.\/)+/, '')
      .split(/\*|…/)
      .map((part) => part.replaceAll('.', '\\.'))
      .join('[^/]*')}$`,
  );
  return files.some(
    (file) =>
      file === plain ||
      (pattern.test(file) && (file.startsWith(room) || room === '.' || name.includes('/'))),
  );
}

describe('documents', () => {
  test('number each decision once', () => {
    const numbers = [...read('shared/DECISIONS.md').matchAll(/^### (\d+)\. /gm)].map(([, n]) => n);
    expect(numbers.filter((n, at) => numbers.indexOf(n) !== at)).toEqual([]);
    expect(numbers.length).toBeGreaterThan(50);
  });

  test('name files that are there', () => {
    expect(isThere('noSuchFile.ts', 'README.md')).toBe(false);
    expect(namedIn('see `record.ts` and `central/commands`')).toEqual(['record.ts']);
    const gone = documents.flatMap((document) =>
      namedIn(read(document))
        .filter((name) => !isThere(name, document))
        .map((name) => `${document}: ${name}`),
    );
    expect(gone).toEqual([]);
  });

  test('link to documents and headings that are there', () => {
    const broken = documents.flatMap((document) =>
      [...read(document).matchAll(/\]\((?!https?:)([^)#]*)(#[^)]*)?\)/g)].flatMap(
        ([, target = '', heading = '']) => {
          const file = target === '' ? document : path.posix.join(path.dirname(document), target);
          const isFile = file === 'README.md' || files.includes(file);
          const isHeading = heading === '' || (isFile && anchorsOf(read(file)).has(heading));
          return isFile && isHeading ? [] : [`${document}: ${target}${heading}`];
        },
      ),
    );
    expect(broken).toEqual([]);
  });

  test('begin with a README of at most ninety lines', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(90);
  });
});

/** Anchors as code hosts make them: lower case, blanks to hyphens, marks left out. */
function anchorsOf(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(
      ([, title = '']) =>
        `#${title
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-')}`,
    ),
  );
}
