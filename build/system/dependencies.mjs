import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Runs `npm ci` unless node_modules holds exactly what package-lock.json asks for. */
export async function installMissingDependencies() {
  const reason = whatIsMissing();
  if (reason === undefined) return;
  console.log(`Installing the packages of package-lock.json (${reason}) …`);
  const { status, error } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status === 0) return;
  console.error(
    `npm ci failed${error ? `: ${error.message}` : ''}. Is the npm registry reachable?`,
  );
  process.exit(1);
}

/** npm writes its own list of what it installed as the last step, so half an installation has none. */
function whatIsMissing() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (wanted === undefined) return undefined;
  if (installed === undefined) return 'nothing is installed yet';
  for (const [place, { version, optional }] of Object.entries(wanted)) {
    if (place === '' || (optional && installed[place] === undefined)) continue;
    if (installed[place]?.version !== version)
      return `${place.replace(/^.*node_modules\//, '')} ${version} is missing`;
  }
  return undefined;
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs npm with the Node it came with: `npm ci` removes the one in node_modules.
 * @param {readonly string[]} args
 */
export function runNpm(args, folder = projectRoot) {
  const bin = path.join(projectRoot, 'node_modules/.bin');
  const paths = (process.env.PATH ?? '').split(path.delimiter).filter((it) => it !== bin);
  const options = /** @type {const} */ ({
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, PATH: paths.join(path.delimiter) },
  });
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (npm?.endsWith('.js') && node && !node.startsWith(bin))
    return spawnSync(node, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
