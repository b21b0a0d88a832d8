import { fakeCameraFilm } from '../../build/system/make-fake-camera.mjs';
import { seedAhead, shareSeededCentral } from './seededCentral.ts';

/** What several workers need is made once, before they start, or while the first drives need nothing of it. */
export default async function globalSetup(): Promise<() => void> {
  await fakeCameraFilm();
  const drop = shareSeededCentral();
  if (process.env['QUAYSIDE_SEED_AHEAD'] === '1') seedAhead();
  return drop;
}
