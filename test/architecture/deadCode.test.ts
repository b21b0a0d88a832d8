import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from './filesBelow.ts';
import { importsOf } from './importGraph.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rooms = ['shared', 'electron', 'renderer', 'central'];
const files = [...rooms, 'test'].flatMap((room) =>
  filesBelow(path.join(root, room))
    .map((file) => `${room}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\/(migrations|fixtures|rivals)\//.test(file)),
);
const ours = files.filter((file) => !file.startsWith('test/'));
const texts = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
const imports = new Map(
  ours.map((file) => [
    file,
    importsOf(path.join(root, file)).map((it) => path.relative(root, it.file)),
  ]),
);

/** drizzle-kit reads what the schema exports; a person starts the others. */
const startedByHand = ['central/database/schema.ts', 'build/demoPhotos/drawAllPhotos.ts'];

/** What the scripts, the build, the pages of the renderer and `new URL('./worker.ts', …)` begin with. */
function started(): ReadonlySet<string> {
  const build = filesBelow(path.join(root, 'build')).map((file) => `build/${file}`);
  const named = [
    'package.json',
    'vite.config.ts',
    'renderer/index.html',
    'renderer/gallery.html',
    'renderer/print.html',
  ]
    .concat(build.filter((file) => /\.(mjs|ts)$/.test(file)))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const workers = new Set(
    [...texts.values()]
      .flatMap((text) => [...text.matchAll(/new URL\('\.\/(\w+\.ts)'/g)])
      .map(([, name = '']) => name),
  );
  return new Set(
    ours.filter(
      (file) =>
        startedByHand.includes(file) ||
        named.includes(file.replace(/^renderer\//, './')) ||
        named.includes(file) ||
        workers.has(path.basename(file)),
    ),
  );
}

/** A whole table, held against its standard. */
const askedByTestsAlone = ['shared/facts/currencies.ts: currencyCodes'];

/** Exported, and used neither beside its declaration nor in any other file that is not a test. */
function unusedExports(of: ReadonlyMap<string, string>): readonly string[] {
  const uses = new Map<string, number>();
  const living = [...of].filter(([file]) => !file.startsWith('test/'));
  for (const [, text] of living)
    for (const [word] of withoutComments(text).matchAll(/[A-Za-z_$][\w$]*/g))
      uses.set(word, (uses.get(word) ?? 0) + 1);
  return living
    .filter(([file]) => !startedByHand.includes(file))
    .flatMap(([file, text]) =>
      [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) ([\w$]+)/gm)]
        .map(([, name = '']) => name)
        .filter((name) => (uses.get(name) ?? 0) < 2)
        .map((name) => `${file}: ${name}`),
    );
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
}

describe('dead code goes', () => {
  test('every file is started or imported by another', () => {
    const imported = new Set([...imports.values()].flat());
    const begun = started();
    expect(ours.length).toBeGreaterThan(400);
    expect(ours.filter((file) => !imported.has(file) && !begun.has(file))).toEqual([]);
  });

  test('what is exported is used, and not by tests alone', () => {
    const scripts = filesBelow(path.join(root, 'build'))
      .filter((file) => /\.(mjs|ts)$/.test(file))
      .map(
        (file) => [`build/${file}`, readFileSync(path.join(root, 'build', file), 'utf8')] as const,
      );
    const unused = unusedExports(new Map([...texts, ...scripts]));
    expect(unused.filter((it) => !it.startsWith('build/'))).toEqual(askedByTestsAlone);
  });

  test('an export without a user is found', () => {
    const planted = new Map([
      ['shared/one.ts', 'export function used() {}\nexport const unused = used();'],
      ['shared/other.ts', "import { used } from './one.ts';\nused();"],
      ['shared/third.ts', '/** tested */\nexport function tested() {}'],
      ['test/third.test.ts', "import { tested } from '../shared/third.ts';\ntested();"],
    ]);
    expect(unusedExports(planted)).toEqual(['shared/one.ts: unused', 'shared/third.ts: tested']);
  });
});
