import { test } from '@playwright/test';
import { seedStation } from '../seededCentral.ts';

test.setTimeout(240_000);

// First of all: most drives begin at a copy of it, and those that do not are driven meanwhile.
test('the demo company moves in, and a station joins it with everybody', async () => {
  await seedStation();
});
