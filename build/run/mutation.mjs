// npm run mutation [ROOM] [ARGUMENTS for Stryker]: can the tests of a room fail? See mutation/rooms.mjs.
import path from 'node:path';
import { projectRoot } from '../system/dependencies.mjs';
import { standInFor, startTied } from '../system/tiedProcess.mjs';

const [room = 'policy', ...more] = process.argv.slice(2);
const stryker = path.join(projectRoot, 'node_modules/@stryker-mutator/core/bin/stryker.js');
standInFor(
  startTied(process.execPath, [stryker, 'run', 'build/stryker.config.mjs', ...more], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, QUAYSIDE_MUTATE: room },
  }),
);
