import { afterEach, vi } from 'vitest';

const compiled = process.env['QUAYSIDE_COMPILED'];
if (compiled !== undefined) process.env['NODE_COMPILE_CACHE'] = compiled;

// Files share a process: what one test puts in the place of a global would be there for the next file.
afterEach(() => {
  vi.unstubAllGlobals();
});
