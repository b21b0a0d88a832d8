import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { compile } from '../compile.mjs';
import { projectRoot } from '../system/dependencies.mjs';
import { carriedNode } from './carriedNode.mjs';
import { broughtWhole, centralConfig } from './centralConfig.mjs';
import { writeNotices } from './notices.mjs';

const output = path.join(projectRoot, 'out/package');
const installed = path.join(import.meta.dirname, 'installedCentral');

/** Of what is brought whole: for people who write programs against it, or for programs not ours. */
const leftOut =
  /\.(map|d\.[cm]?ts|tar\.gz)$|\/pglite\/dist\/(.*\.cjs|(contrib|live|worker|node-postgres)(\/.*)?)$/;

/**
 * Central as one folder with its own Node, and that folder as an archive.
 * @returns {Promise<{ readonly folder: string, readonly archive: string, readonly version: string }>}
 */
export async function packageCentral() {
  const { version } = readJson('package.json');
  const name = `quayside-central-${version}-linux-x64`;
  const folder = path.join(output, name);
  const making = `${folder}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(path.join(making, 'bin'), { recursive: true });

  if (!compile()) throw new Error('The page could not be built');
  const node = carriedNode();
  copyFileSync(node.program, path.join(making, 'bin/node'));
  copyFileSync(node.licence, path.join(making, 'LICENSE.node.txt'));
  const records = path.join(projectRoot, 'dist/bundled-central');
  await build(centralConfig({ outDir: path.join(making, 'app'), records }));
  cpSync(
    path.join(projectRoot, 'central/database/migrations'),
    path.join(making, 'app/migrations'),
    {
      recursive: true,
    },
  );
  const page = path.join(projectRoot, 'dist/office');
  mkdirSync(path.join(making, 'dist'));
  // What its sources were is nobody's outside.
  const filter = (file) => !file.endsWith('.map');
  if (existsSync(page)) cpSync(page, path.join(making, 'dist/office'), { recursive: true, filter });
  const beside = withWhatTheyNeed(broughtWhole);
  for (const place of beside) bring(place, making);
  writeNotices({
    records,
    beside,
    target: path.join(making, 'THIRD-PARTY-NOTICES.txt'),
    intro: 'Node.js brings its own notices in LICENSE.node.txt.',
  });
  const described = { name: 'quayside-central', version, type: 'module', private: true };
  writeFileSync(path.join(making, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
  cpSync(installed, making, { recursive: true });
  copyFileSync(path.join(projectRoot, 'central/OPERATING.md'), path.join(making, 'OPERATING.md'));
  for (const program of ['quayside-central', 'bin/node'])
    chmodSync(path.join(making, program), 0o755);

  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  const archive = `${folder}.tar.gz`;
  const owner = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name'];
  execFileSync('tar', ['-czf', archive, ...owner, '-C', output, name]);
  return { folder, archive, version };
}

/**
 * The folders in node_modules these packages need to run here.
 * @param {readonly string[]} names
 */
function withWhatTheyNeed(names) {
  const { packages } = readJson('package-lock.json');
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = names.map((name) => `node_modules/${name}`);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    // Of other systems, and so not installed.
    if (found.has(place) || !existsSync(path.join(projectRoot, place))) continue;
    found.add(place);
    const { dependencies, optionalDependencies } = packages[place];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const own = `${place}/node_modules/${name}`;
      waiting.push(packages[own] === undefined ? `node_modules/${name}` : own);
    }
  }
  return [...found].toSorted();
}

function bring(place, into) {
  cpSync(path.join(projectRoot, place), path.join(into, place), {
    recursive: true,
    filter: (file) => !leftOut.test(file),
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'));
}
