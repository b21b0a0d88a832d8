import { createHash } from 'node:crypto';
import { z } from 'zod';
import { commandHash } from '../../shared/node/seal.ts';
import { Command } from '../../shared/sync/command.ts';

/** One element of a push, read as far as it can be. */
export type SentCommand = {
  /** The fact's id; for what has none, its content's hash. */
  readonly id: string;
  readonly stationId: string | null;
  readonly sequence: number | null;
  readonly previousHash: string | null;
  /** As claimed, and as central computes it. */
  readonly hash: string | null;
  readonly contentHash: string;
  /** null: unreadable, because of `trouble`. */
  readonly command: Command | null;
  readonly trouble: string;
  /** JSON text; null for what is nested too deeply to be kept. */
  readonly envelope: string | null;
};

const Key = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** What even a command of a later version will have. */
const Envelope = z.object({
  stationId: Key.nullable().catch(null),
  sequence: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
  previousHash: Hash.nullable().catch(null),
  hash: Hash.nullable().catch(null),
  fact: z.object({ id: Key.nullable().catch(null) }).catch({ id: null }),
});
const deepest = 24;
/** A NUL, or half of a character, as JSON text writes them: a backslash that is none itself before it. */
const heldByNoDatabase = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** Reads a command strictly, and of an unreadable one what is needed to put it aside in its place. */
export function readCommand(raw: unknown): SentCommand {
  if (isDeeperThan(raw, deepest)) return notKept('nested too deeply');
  const object = z.record(z.string(), z.unknown()).safeParse(raw);
  const envelope = JSON.stringify(raw) ?? 'null';
  const contentHash = object.success
    ? commandHash(object.data)
    : createHash('sha256').update(envelope).digest('hex');
  const outside = Envelope.parse(object.success ? object.data : {});
  const { stationId, sequence, previousHash, hash } = outside;
  const id = outside.fact.id ?? contentHash;
  const outer = { id, stationId, sequence, previousHash, hash, contentHash, envelope };
  const withoutCommand = { ...outer, command: null };
  if (heldByNoDatabase.test(envelope))
    return { ...withoutCommand, trouble: 'holds text no database keeps' };
  const read = Command.safeParse(raw);
  return read.success
    ? { ...withoutCommand, command: read.data, trouble: '' }
    : { ...withoutCommand, trouble: troubleOf(read.error) };
}

function troubleOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const said = issue ? `${issue.path.join('.') || 'command'}: ${issue.message}` : 'unreadable';
  // What was sent may be quoted in it, with characters no database keeps.
  return said.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
}

function notKept(trouble: string): SentCommand {
  const nothing = { stationId: null, sequence: null, previousHash: null, hash: null };
  return { id: 'unreadable', ...nothing, contentHash: '', command: null, trouble, envelope: null };
}

/** Without recursion: what is asked about could overflow the stack of whoever walks it. */
function isDeeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= most; depth += 1) {
    level = level.flatMap((v): unknown[] =>
      v !== null && typeof v === 'object' ? Object.values(v) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
