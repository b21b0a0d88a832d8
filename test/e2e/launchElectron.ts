import { _electron, type ElectronApplication, errors } from '@playwright/test';

const launchesWithinMs = 30_000;

/**
 * Starts Electron under a debugger. On a busy machine the debugger's first answer was seen to be
 * lost, with the window open and in order: then it is started once more.
 */
export async function launchElectron(
  options: NonNullable<Parameters<typeof _electron.launch>[0]>,
): Promise<ElectronApplication> {
  const launch = () => _electron.launch({ timeout: launchesWithinMs, ...options });
  try {
    return await launch();
  } catch (failure) {
    if (!(failure instanceof errors.TimeoutError)) throw failure;
    console.error(`Started again, because: ${failure.message.slice(0, 2_000)}`);
    return await launch();
  }
}
