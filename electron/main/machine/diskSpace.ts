/** Below `minimum` nothing more is captured: a full disk stops databases without a word. */
export type DiskSpace = {
  readonly free: () => Promise<number>;
  readonly minimum: number;
};
