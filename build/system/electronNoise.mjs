import { createInterface } from 'node:readline';

/** Chromium looks for services a bare machine does not have, and says so. */
const noise =
  /bus\.cc|viz_main_impl|gl_surface_presentation|gpu_channel|command_buffer|vaapi|dri3|^\s*$/i;

/**
 * Shows what Electron says on stderr, without that.
 * @param {import('node:child_process').ChildProcess} electron
 */
export function showWithoutNoise({ stderr }) {
  if (stderr === null) return;
  createInterface({ input: stderr }).on('line', (line) => {
    if (!noise.test(line)) console.error(line);
  });
}
