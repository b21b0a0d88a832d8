/**
 * Where a reader of the feed stands. `xid` is a string of digits: it outgrows a number. `beginning`:
 * in which part of its first reading (`beginningRows.ts`), and before which transaction all its parts end.
 */
export type FeedPosition = {
  readonly xid: string;
  readonly sequence: number;
  readonly beginning?: { readonly part: number; readonly before: string };
};

/** Nothing was read yet. */
export const feedStart: FeedPosition = { xid: '0', sequence: 0 };

export function writeCursor(epoch: string, { xid, sequence, beginning }: FeedPosition): string {
  const parts = beginning ? `/${beginning.part}/${beginning.before}` : '';
  return Buffer.from(`${epoch}/${xid}/${sequence}${parts}`).toString('base64url');
}

/** A cursor of another epoch, or none, starts from the beginning; null: not one of ours. */
export function readCursor(cursor: string | undefined, epoch: string): FeedPosition | null {
  if (cursor === undefined || cursor === '') return feedStart;
  const parts = Buffer.from(cursor, 'base64url').toString('utf8').split('/');
  const [ofEpoch = '', xid = '', sequence = '', part, before] = parts;
  const isOurs = isXid(xid) && /^\d{1,15}$/.test(sequence);
  if (!isOurs || (parts.length !== 3 && parts.length !== 5)) return null;
  if (part === undefined || before === undefined)
    return ofEpoch === epoch ? { xid, sequence: Number(sequence) } : feedStart;
  if (!/^\d$/.test(part) || !isXid(before)) return null;
  const beginning = { part: Number(part), before };
  return ofEpoch === epoch ? { xid, sequence: Number(sequence), beginning } : feedStart;
}

function isXid(text: string): boolean {
  return /^\d{1,19}$/.test(text);
}
