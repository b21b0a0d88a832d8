import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const scripts = path.join(import.meta.dirname, 'debian');

/**
 * Central's folder as a Debian package with its systemd unit: installed it waits for whoever has read
 * /etc/quayside/central.env. Made by dpkg-deb, as fpm cannot be had everywhere.
 * @param {{ readonly folder: string, readonly version: string, readonly compression: 'gzip' | 'none' }} what
 */
export function makeDeb({ folder, version, compression }) {
  const stage = mkdtempSync(path.join(tmpdir(), 'quayside-central-deb-'));
  const inStage = (place) => path.join(stage, place);
  try {
    chmodSync(stage, 0o755);
    for (const place of ['usr/lib', 'usr/bin', 'usr/lib/systemd/system', 'etc/quayside', 'DEBIAN'])
      mkdirSync(inStage(place), { recursive: true });
    const home = 'usr/lib/quayside-central';
    cpSync(folder, inStage(home), { recursive: true });
    symlinkSync('../lib/quayside-central/quayside-central', inStage('usr/bin/quayside-central'));
    const unit = path.join(folder, 'systemd/quayside-central.service');
    copyFileSync(unit, inStage('usr/lib/systemd/system/quayside-central.service'));
    copyFileSync(path.join(folder, 'systemd/central.env'), inStage('etc/quayside/central.env'));
    for (const unused of ['systemd', 'Containerfile'])
      rmSync(inStage(`${home}/${unused}`), { recursive: true });
    execFileSync('chmod', ['-R', 'u=rwX,go=rX', stage]);

    writeFileSync(inStage('DEBIAN/control'), controlFile(version, sizeOf(stage)));
    writeFileSync(inStage('DEBIAN/conffiles'), '/etc/quayside/central.env\n');
    for (const script of ['postinst', 'prerm', 'postrm']) {
      copyFileSync(path.join(scripts, script), inStage(`DEBIAN/${script}`));
      chmodSync(inStage(`DEBIAN/${script}`), 0o755);
    }
    const deb = path.join(path.dirname(folder), `quayside-central_${version}_amd64.deb`);
    const build = ['--root-owner-group', `-Z${compression}`, '--build', stage, deb];
    execFileSync('dpkg-deb', build, { stdio: ['ignore', 'ignore', 'inherit'] });
    return deb;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function sizeOf(place) {
  return execFileSync('du', ['-sk', place], { encoding: 'utf8' }).split('\t')[0] ?? '0';
}

function controlFile(version, size) {
  return `Package: quayside-central
Version: ${version}
Architecture: amd64
Maintainer: Quayside founders <founders@quayside.example>
Installed-Size: ${size}
Depends: libc6 (>= 2.28), libstdc++6, passwd
Recommends: postgresql-client
Section: net
Priority: optional
Homepage: https://quayside.example
Description: Central service of Quayside, inspection of returned goods
 Applies what the stations record, keeps the ledger of what was granted and
 alone starts refunds. Brings its own Node.
`;
}
