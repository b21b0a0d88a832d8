import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../system/dependencies.mjs';

const ofTheStation = path.join(projectRoot, 'dist/bundled');

/**
 * Writes down, at each build, which packages went into what was built: the page, main and preload, or
 * central.
 * @returns {import('vite').Plugin}
 */
export function recordBundledPackages(records = ofTheStation) {
  return {
    name: 'quayside-bundled-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const assets = Object.values(bundle).filter((it) => it.type === 'asset');
      const files = [...this.getModuleIds(), ...assets.flatMap((it) => it.originalFileNames)];
      const found = new Set(files.map(packageFolder).filter((it) => it !== undefined));
      mkdirSync(records, { recursive: true });
      const list = path.join(records, `${this.environment.name}.json`);
      writeFileSync(list, JSON.stringify([...found].toSorted(), null, 2));
    },
  };
}

/**
 * Writes THIRD-PARTY-NOTICES.txt: the licence of every bundled package, of those brought beside as they
 * are, and the notices of the data in assets/notices. Refuses a licence that nobody has agreed to.
 * @param {{ readonly records?: string, readonly beside?: readonly string[], readonly target?: string,
 *   readonly intro?: string }} [what] the station's, where nothing is said
 */
export function writeNotices({
  records = ofTheStation,
  beside = [],
  target = path.join(projectRoot, 'dist/THIRD-PARTY-NOTICES.txt'),
  intro = 'Electron and Chromium bring their own notices in LICENSE.electron.txt and LICENSES.chromium.html.',
} = {}) {
  /** @type {string[]} */
  const bundled = globSync(path.join(records, '*.json')).flatMap((list) =>
    JSON.parse(readFileSync(list, 'utf8')),
  );
  const folders = [...new Set(bundled)].toSorted();
  if (folders.length === 0) throw new Error('Nothing is recorded as bundled: build first');
  const packages = [
    ...folders.map((folder) => noticeOfPackage(folder, agreed)),
    ...beside.map((folder) => noticeOfPackage(folder, agreedBeside)),
  ];
  const data = globSync(path.join(projectRoot, 'assets/notices/*'))
    .filter((file) => !file.endsWith('-dictionary.txt'))
    .toSorted()
    .map((file) => ({ title: path.basename(file), text: readFileSync(file, 'utf8') }));
  const line = '='.repeat(79);
  const parts = [...packages, ...data].map(
    ({ title, text }) => `${line}\n${title}\n${line}\n\n${text.trim()}\n`,
  );
  const first = `Quayside contains the following works of others. ${intro}`;
  writeFileSync(target, `${first}\n\n${parts.join('\n')}`);
  return { target, packages: packages.map(({ title }) => title) };
}

const agreed =
  /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|BlueOak-1\.0\.0|Zlib|Unlicense)\b/;
/** What stays in files of its own, which whoever runs it may read and replace. */
const agreedBeside = new RegExp(`${agreed.source}|^(LGPL-3\\.0-or-later|MPL-2\\.0)$`);

function noticeOfPackage(folder, licences) {
  const described = JSON.parse(
    readFileSync(path.join(projectRoot, folder, 'package.json'), 'utf8'),
  );
  const title = `${described.name} ${described.version} (${described.license})`;
  if (!licences.test(described.license ?? '')) throw new Error(`Not agreed to: ${title}`);
  const [file] = globSync('{LICEN[CS]E,licen[cs]e,LICEN[CS]ES,COPYING}*', {
    cwd: path.join(projectRoot, folder),
  });
  const text = file
    ? readFileSync(path.join(projectRoot, folder, file), 'utf8')
    : `Licensed under ${described.license}. ${authorOf(described)}`;
  return { title, text };
}

function authorOf({ author, repository }) {
  const name = typeof author === 'string' ? author : author?.name;
  const source = typeof repository === 'string' ? repository : repository?.url;
  return [name && `Author: ${name}.`, source && `Source: ${source}`].filter(Boolean).join(' ');
}

/** The package a module belongs to, as a folder below the project. */
function packageFolder(file) {
  const [, folder] = /(node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
  return folder !== undefined && existsSync(path.join(projectRoot, folder, 'package.json'))
    ? folder
    : undefined;
}
