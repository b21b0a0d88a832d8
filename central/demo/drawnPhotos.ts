import type { PhotoName } from './photoList.ts';

/** Temporary. */
export function drawnPhoto(name: PhotoName) {
  return {
    sha256: '0'.repeat(63) + String(name.length % 10),
    mediaType: 'image/png' as const,
    bytes: 50_000,
    width: 960,
    height: 720,
  };
}
