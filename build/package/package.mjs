// npm run package [-- --central]: installable artefacts for this platform in out/package/, the
// station's and central's, or central's alone.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { compile } from '../compile.mjs';
import { projectRoot } from '../system/dependencies.mjs';
import { carriedElectronVersion, electronRuntime } from '../system/electron-runtime.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';
import { makeDeb } from './centralDeb.mjs';
import { packageCentral } from './centralPackage.mjs';
import { packagingWith } from './electron-builder.config.mjs';
import { writeNotices } from './notices.mjs';

const { values: asked } = parseArgs({ options: { central: { type: 'boolean', default: false } } });
if (!asked.central) await packageStation();
if (process.platform === 'linux' && process.arch === 'x64') {
  const central = await packageCentral();
  const made = [central.archive, makeDeb({ ...central, compression: 'gzip' })];
  for (const file of made) console.log(`Central: ${path.relative(process.cwd(), file)}`);
} else console.log('Central is packaged on Linux x64 alone, where it brings its own Node.');

async function packageStation() {
  const runtime = await electronRuntime({ mayDownload: true, insists: true });
  if (!compile()) process.exit(1);
  const { packages } = writeNotices();
  console.log(`Third-party notices written for ${packages.length} packages.`);

  const packaging = packagingWith(runtime.official);
  if (!runtime.official) warnNotForShipping();
  await build({
    projectDir: projectRoot,
    config: runtime.official ? packaging : { ...packaging, ...withWhatIsHere(runtime, packaging) },
  });
  if (!runtime.official) warnNotForShipping();
}

function warnNotForShipping() {
  const lines = [
    'NOT FOR SHIPPING',
    `Packed with Electron ${carriedElectronVersion}, carried through the npm registry, because the`,
    'official one cannot be downloaded here. The AppImage has a stand-in for its runtime.',
    'Package for customers on a machine that reaches github.com.',
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const bar = '!'.repeat(width + 8);
  console.warn([bar, ...lines.map((line) => `!!! ${line.padEnd(width)} !!!`), bar].join('\n'));
}

/** The parts electron-builder would download, taken from this machine instead. */
function withWhatIsHere(runtime, packaging) {
  installMissingSystemPackages(['packaging']);
  const tools = path.join(projectRoot, 'out/packaging-tools');
  rmSync(tools, { recursive: true, force: true });
  const host = path.join(tools, 'linux-x64');
  mkdirSync(host, { recursive: true });
  mkdirSync(path.join(tools, 'lib/x64'), { recursive: true });
  for (const tool of ['mksquashfs', 'desktop-file-validate']) {
    const found = execFileSync('which', [tool], { encoding: 'utf8' }).trim();
    symlinkSync(found, path.join(host, tool));
  }
  const standIn = path.join(import.meta.dirname, 'appimage-runtime-stand-in.sh');
  const runtimeScript = readFileSync(standIn, 'utf8').padEnd(4096, '\n');
  writeFileSync(path.join(tools, 'runtime-x64'), runtimeScript);
  process.env.APPIMAGE_TOOLS_PATH = tools;
  process.env.CUSTOM_FPM_PATH = path.join(import.meta.dirname, 'deb-with-dpkg.cjs');
  return {
    electronDist: runtime.folder,
    electronVersion: carriedElectronVersion,
    // Minutes faster than xz, and nobody downloads it.
    deb: { ...packaging.deb, compression: /** @type {const} */ ('gz') },
  };
}
