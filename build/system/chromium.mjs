import { existsSync } from 'node:fs';

const installed = '/usr/bin/chromium';

/** How a current Chromium is started: the one of the system where there is one, and it asks nobody. */
export const systemChromium = {
  ...(existsSync(installed) ? { executablePath: installed } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
};
