// A reporter of Vitest: what went wrong outside every test (a hook, a promise nobody awaited, a
// worker that died). Vitest's own report counts none of it, so a red run would not say why.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

export default class OutsideTests {
  onTestRunEnd(modules, unhandledErrors) {
    const troubles = [
      ...modules.flatMap(troublesOf),
      ...unhandledErrors.map((error) => line(whileRunning(error), error)),
    ];
    const file = process.env.OUTSIDE_TESTS_FILE;
    if (file !== undefined) writeFileSync(file, JSON.stringify(troubles));
  }
}

function troublesOf(module) {
  const file = module.relativeModuleId ?? module.moduleId;
  const suites = [...module.children.allSuites()];
  return [
    ...module.errors().map((error) => line(file, error)),
    ...suites.flatMap((suite) =>
      suite.errors().map((error) => line(`${file} › ${suite.fullName}`, error)),
    ),
  ];
}

function whileRunning({ VITEST_TEST_PATH: file, VITEST_TEST_NAME: test }) {
  const which = [file && path.relative(process.cwd(), file), test].filter(Boolean).join(' › ');
  return which === '' ? 'outside every test' : `outside every test, while it ran ${which}`;
}

/** With the first place of ours in the stack: the message alone rarely says where it came from. */
function line(where, error) {
  const ours = (error.stacks ?? []).find(({ file }) => !file.includes('node_modules'));
  const at = ours === undefined ? '' : ` (${path.relative(process.cwd(), ours.file)}:${ours.line})`;
  const said = error.message ?? error.stack ?? String(error);
  return `${where}: ${said.split('\n', 1)[0]}${at}`;
}
