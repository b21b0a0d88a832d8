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
  const named = ['package.json', 'vite.config.ts', 'renderer/index.html', 'renderer/gallery.html']
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

/** Exported, and no word of any other file. */
function unusedExports(of: ReadonlyMap<string, string>): readonly string[] {
  const usedIn = new Map<string, Set<string>>();
  for (const [file, text] of of)
    for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g))
      usedIn.set(word, (usedIn.get(word) ?? new Set()).add(file));
  return [...of].flatMap(([file, text]) =>
    file.startsWith('test/') || startedByHand.includes(file)
      ? []
      : [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) ([\w$]+)/gm)]
          .map(([, name = '']) => name)
          .filter((name) => ![...(usedIn.get(name) ?? [])].some((user) => user !== file))
          .map((name) => `${file}: ${name}`),
  );
}

describe('dead code goes', () => {
  test('every file is started or imported by another', () => {
    const imported = new Set([...imports.values()].flat());
    const begun = started();
    expect(ours.length).toBeGreaterThan(400);
    expect(ours.filter((file) => !imported.has(file) && !begun.has(file))).toEqual([]);
  });

  test('what is exported to be used is a word of another file', () => {
    expect(unusedExports(texts)).toEqual([]);
  });

  test('an export without a user is found', () => {
    const planted = new Map([
      ['shared/one.ts', 'export function used() {}\nexport const unused = used();'],
      ['shared/other.ts', "import { used } from './one.ts';\nused();"],
    ]);
    expect(unusedExports(planted)).toEqual(['shared/one.ts: unused']);
  });
});
