import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests that judge the decision core, in one project, as the mutation runner wants it. */
export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '..'),
    include: ['test/shared/policy/**/*.test.ts', 'test/shared/deadlines/**/*.test.ts'],
    // Thousands of generated cases and ten years of days per mutant would take days; the examples
    // must kill the mutants by themselves.
    exclude: ['**/*Properties.test.ts', '**/*Independent.test.ts'],
    environment: 'node',
    isolate: false,
  },
});
