import { fakeCameraFilm } from '../../build/system/make-fake-camera.mjs';
import { shareSeededCentral } from './seededCentral.ts';

/** What several workers need is made once, before they start. */
export default async function globalSetup(): Promise<() => void> {
  await fakeCameraFilm();
  return shareSeededCentral();
}
