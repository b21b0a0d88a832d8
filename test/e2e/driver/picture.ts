import path from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../../build/system/dependencies.mjs';

/** `npm test` looks at no pictures, and takes none. */
const takesPictures = process.env['QUAYSIDE_NO_PICTURES'] !== '1';

/** For looking at, below `out/`: half a second less each than a loss-free one. */
export async function takePicture(
  page: Page,
  file: string,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): Promise<void> {
  if (!takesPictures) return;
  const place = path.join(projectRoot, 'out', `${file}.jpg`);
  await page.screenshot({ path: place, type: 'jpeg', quality: 85, fullPage: isWhole });
}
