import { afterEach, vi } from 'vitest';

// Files share a process: what one test puts in the place of a global would be there for the next file.
afterEach(() => {
  vi.unstubAllGlobals();
});
