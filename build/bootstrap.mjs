// Installs what is missing, then runs a script on the project's own Node:
//   node build/bootstrap.mjs SCRIPT [ARGUMENTS]
// Only this file and what it imports run before anything is installed, on Node 20 or newer.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installMissingDependencies, projectRoot } from './system/dependencies.mjs';
import { standInFor, startTied } from './system/tiedProcess.mjs';

const oldestNode = [22, 18];

await installMissingDependencies();
const [script = '', ...args] = process.argv.slice(2);
const bin = path.join(projectRoot, 'node_modules/.bin');
const node = projectNode();
standInFor(
  startTied(node, [path.join(projectRoot, script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  }),
);

function projectNode() {
  const brought = path.join(bin, 'node');
  if (existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor))
    return process.execPath;
  throw new Error(
    `Quayside needs Node ${oldestNode.join('.')} or newer; this is ${process.version}, and the ` +
      'Node that npm brings along exists for Linux on x64 only. Get one from https://nodejs.org.',
  );
}
