import { fakeCameraFilm } from '../../build/make-fake-camera.mjs';

/** What several workers need is made once, before they start. */
export default async function globalSetup(): Promise<void> {
  await fakeCameraFilm();
}
