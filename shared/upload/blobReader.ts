import type { FileReader } from 'tus-js-client';

/** Reads a Blob in slices, the same in every runtime. */
export const blobReader: FileReader = {
  async openFile(input: unknown) {
    if (!(input instanceof Blob)) throw new TypeError('photos are sent as blobs');
    return {
      size: input.size,
      slice: async (start: number, end: number) => ({
        value: input.slice(start, end),
        done: end >= input.size,
      }),
      close() {},
    };
  },
};
