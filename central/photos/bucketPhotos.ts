import { Readable } from 'node:stream';
import { S3, type S3ClientConfig, S3ServiceException } from '@aws-sdk/client-s3';
import { S3Store } from '@tus/s3-store';
import { forgottenAfterMs, inspectStream } from './foundPhoto.ts';
import type { PhotoStore } from './photoStore.ts';

/** Credentials come the way every S3 client finds them (AWS_ACCESS_KEY_ID, a profile, the machine). */
export type BucketPlace = {
  readonly kind: 'bucket';
  readonly bucket: string;
  readonly region: string;
  /** null: Amazon's own; else any service that speaks its protocol. */
  readonly endpoint: string | null;
};

const kept = 'by-hash/';

/**
 * Photos in a bucket: what grows lies at its top under the upload's id, what is checked below
 * `by-hash/`. Every central behind a balancer sees the same, whichever began an upload.
 */
export async function openBucketPhotos(place: BucketPlace): Promise<PhotoStore> {
  const config: S3ClientConfig = {
    region: place.region,
    ...(place.endpoint === null ? {} : { endpoint: place.endpoint, forcePathStyle: true }),
    // Newer checksums are not known to every service, and our own hash proves the bytes.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  };
  const client = new S3(config);
  const Bucket = place.bucket;
  const keyOf = (sha256: string) => `${kept}${sha256.slice(0, 2)}/${sha256}`;
  const uploads = new S3Store({
    useTags: false,
    expirationPeriodInMilliseconds: forgottenAfterMs,
    s3ClientConfig: { ...config, bucket: Bucket },
  });
  try {
    await client.headBucket({ Bucket });
  } catch (cause) {
    const where = place.endpoint ?? `Amazon, ${place.region}`;
    throw new Error(`The photo bucket ${Bucket} cannot be opened at ${where}`, { cause });
  }

  async function get(Key: string) {
    try {
      const { Body, ContentLength } = await client.getObject({ Bucket, Key });
      if (!(Body instanceof Readable)) throw new Error(`${Key} came without its bytes`);
      return { bytes: ContentLength ?? 0, stream: Body };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  return {
    uploads,
    async inspect(uploadId) {
      const found = await get(uploadId);
      return found && inspectStream(found.stream);
    },
    async keep(sha256, uploadId) {
      await client.copyObject({
        Bucket,
        Key: keyOf(sha256),
        CopySource: `${Bucket}/${encodeURIComponent(uploadId)}`,
      });
    },
    async discard(uploadId) {
      // The store's own removal is for uploads that still grow.
      await client.deleteObject({ Bucket, Key: uploadId });
      await client.deleteObject({ Bucket, Key: `${uploadId}.info` });
    },
    async put(bytes) {
      const found = await inspectStream(Readable.from([bytes]));
      await client.putObject({ Bucket, Key: keyOf(found.sha256), Body: bytes });
      return found;
    },
    read: (sha256) => get(keyOf(sha256)),
    isNearlyFull: async () => false,
    async sweep(now) {
      await uploads.deleteExpired();
      const before = new Date(now.getTime() - forgottenAfterMs);
      let after: string | undefined;
      do {
        const page = await client.listObjectsV2({
          Bucket,
          Delimiter: '/',
          ...(after === undefined ? {} : { ContinuationToken: after }),
        });
        const old = (page.Contents ?? []).filter(
          ({ LastModified }) => LastModified !== undefined && LastModified < before,
        );
        for (const { Key } of old)
          if (Key !== undefined) await client.deleteObject({ Bucket, Key });
        after = page.NextContinuationToken;
      } while (after !== undefined);
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}
