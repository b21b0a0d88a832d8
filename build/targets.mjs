/**
 * What the built code must run on, in one place. The product ships the Electron pinned in
 * package.json; machines that cannot download it run Electron 25 (Chrome 114, Node 18), so
 * nothing newer than that may be emitted.
 */
export const targets = {
  page: 'chrome114',
  main: 'node18',
};

export const developmentPort = 5173;
