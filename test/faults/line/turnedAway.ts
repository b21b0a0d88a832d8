import { spawn } from 'node:child_process';
import { expect } from '@playwright/test';
import { sandboxArguments } from '../../../build/run/runningStation.mjs';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { openDisplay } from '../../../build/system/display.mjs';
import { electronExecutable, electronRuntime } from '../../../build/system/electron-runtime.mjs';

/** What the application says on a profile it will not open; it is ended then. */
export async function saidInsteadOfOpening(profile: string): Promise<string> {
  const { env } = await openDisplay();
  const station = spawn(
    electronExecutable(await electronRuntime()),
    [projectRoot, `--user-data-dir=${profile}`, ...sandboxArguments],
    { cwd: projectRoot, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  station.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  try {
    await expect.poll(() => said).toContain('Quayside');
  } finally {
    // It shows its reason in a box of the system and waits for somebody to read it.
    if (station.pid !== undefined) process.kill(-station.pid, 'SIGKILL');
  }
  return said;
}
