#!/usr/bin/env node
// Stands in for fpm where that cannot be downloaded: understands what electron-builder asks of
// `fpm -s dir -t deb` and builds the package with dpkg-deb. electron-builder takes it from
// CUSTOM_FPM_PATH, and runs it with this Node because it ends in .cjs.
const { execFileSync } = require('node:child_process');
const { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } =
  require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const { options, lists, mappings } = readCommandLine(process.argv.slice(2));
if (options['-t'] !== 'deb') throw new Error(`Only deb can be built here, not ${options['-t']}`);

const stage = mkdtempSync(path.join(tmpdir(), 'quayside-deb-'));
try {
  chmodSync(stage, 0o755);
  for (const mapping of mappings) copyInto(mapping);
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', stage]);
  const size = execFileSync('du', ['-sk', stage], { encoding: 'utf8' }).split('\t')[0];
  const control = path.join(stage, 'DEBIAN');
  mkdirSync(control);
  writeFileSync(path.join(control, 'control'), controlFile(size));
  copyScript('--after-install', path.join(control, 'postinst'));
  copyScript('--after-remove', path.join(control, 'postrm'));
  const asked = options['--deb-compression'] ?? 'xz';
  const compression = `-Z${asked === 'gz' ? 'gzip' : asked}`;
  const args = ['--root-owner-group', compression, '--build', stage, options['--package']];
  execFileSync('dpkg-deb', args, { stdio: 'inherit' });
} finally {
  rmSync(stage, { recursive: true, force: true });
}

function readCommandLine(words) {
  const read = { options: {}, lists: { '-d': [], '--deb-recommends': [] }, mappings: [] };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === '--force' || word === '--debug') continue;
    if (!word.startsWith('-')) {
      read.mappings.push(word);
      continue;
    }
    index += 1;
    if (word in read.lists) read.lists[word].push(words[index]);
    else read.options[word] = words[index];
  }
  return read;
}

/** `from=to`; a trailing slash means the contents of the folder. */
function copyInto(mapping) {
  const cut = mapping.lastIndexOf('=');
  const from = mapping.slice(0, cut);
  const to = path.join(stage, mapping.slice(cut + 1));
  mkdirSync(path.dirname(to), { recursive: true });
  const source = from.endsWith('/') ? `${from}.` : from;
  execFileSync('cp', ['-a', '--no-preserve=ownership', source, to.replace(/\/$/, '')]);
}

function controlFile(size) {
  const [summary, ...details] = (options['--description'] ?? '').trim().split('\n');
  const fields = {
    Package: options['--name'],
    Version: [options['--version'], options['--iteration']].filter(Boolean).join('-'),
    License: options['--license'],
    Vendor: options['--vendor'],
    Architecture: options['--architecture'],
    Maintainer: options['--maintainer'],
    'Installed-Size': size,
    Depends: lists['-d'].join(', '),
    Recommends: lists['--deb-recommends'].join(', '),
    Section: options['--category'] ?? 'default',
    Priority: options['--deb-priority'] ?? 'optional',
    Homepage: options['--url'],
    Description: [summary, ...details.map((line) => ` ${line.trim().padEnd(1, '.')}`)].join('\n'),
  };
  return Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

function copyScript(option, target) {
  if (options[option] === undefined) return;
  copyFileSync(options[option], target);
  chmodSync(target, 0o755);
}
