/** Where a reader of the feed stands. `xid` is a string of digits: it outgrows a number. */
export type FeedPosition = { readonly xid: string; readonly sequence: number };

const start: FeedPosition = { xid: '0', sequence: 0 };

export function writeCursor(epoch: string, { xid, sequence }: FeedPosition): string {
  return Buffer.from(`${epoch}/${xid}/${sequence}`).toString('base64url');
}

/** A cursor of another epoch, or none, starts from the beginning; null: not one of ours. */
export function readCursor(cursor: string | undefined, epoch: string): FeedPosition | null {
  if (cursor === undefined || cursor === '') return start;
  const parts = Buffer.from(cursor, 'base64url').toString('utf8').split('/');
  const [ofEpoch = '', xid = '', sequence = ''] = parts;
  if (parts.length !== 3 || !/^\d{1,19}$/.test(xid) || !/^\d{1,15}$/.test(sequence)) return null;
  return ofEpoch === epoch ? { xid, sequence: Number(sequence) } : start;
}
