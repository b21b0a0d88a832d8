/** Where central keeps what it has, by its environment: the same for serving, migrating, checking and copying. */
import path from 'node:path';
import type { DatabasePlace } from './database/openDatabase.ts';
import type { PhotoPlace } from './photos/openPhotoStore.ts';

const { env } = process;

/** Installed, central's folder is not where it is started. */
export const usualFolder = env['QUAYSIDE_DATA'] ?? '.quayside/central';

export function databasePlace(
  folder: string,
  mayMigrate: boolean,
): Exclude<DatabasePlace, { readonly kind: 'memory' }> {
  const url = env['DATABASE_URL'];
  return url === undefined ? { kind: 'folder', folder } : { kind: 'postgres', url, mayMigrate };
}

export function photoPlace(folder: string): PhotoPlace {
  const bucket = env['QUAYSIDE_PHOTO_BUCKET'];
  if (bucket === undefined) return { kind: 'folder', folder: path.join(folder, 'photos') };
  return {
    kind: 'bucket',
    bucket,
    region: env['AWS_REGION'] ?? 'us-east-1',
    endpoint: env['QUAYSIDE_PHOTO_ENDPOINT'] ?? null,
  };
}
