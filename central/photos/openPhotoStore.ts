import { assertNever } from '../../shared/result.ts';
import { type BucketPlace, openBucketPhotos } from './bucketPhotos.ts';
import { openDiskPhotos } from './diskPhotos.ts';
import type { PhotoStore } from './photoStore.ts';

export type PhotoPlace = { readonly kind: 'folder'; readonly folder: string } | BucketPlace;

export async function openPhotoStore(place: PhotoPlace): Promise<PhotoStore> {
  switch (place.kind) {
    case 'folder':
      return openDiskPhotos(place.folder);
    case 'bucket':
      return openBucketPhotos(place);
    default:
      return assertNever(place);
  }
}
