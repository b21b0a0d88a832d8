/**
 * One thing a person did, on its way to central. The fact says what; the envelope says in which
 * order, seen from which state, and proves who. Central draws its own conclusion.
 */
import { z } from 'zod';
import { Fact } from '../facts/fact.ts';
import { FactId, StationId } from '../ids.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the person saw when deciding. `heads` are the verdicts standing at that moment. */
export const Basis = z.strictObject({
  cursor: z.string().max(200).nullable(),
  heads: z.array(FactId).max(50),
});
export type Basis = z.infer<typeof Basis>;

/** What the page asks the journal to seal. */
export const CommandDraft = z.strictObject({ version: z.literal(1), fact: Fact, basis: Basis });
export type CommandDraft = z.infer<typeof CommandDraft>;

/**
 * Sealed by the main process: numbered without gaps per station, chained by hash, signed with the
 * person's own key. `hash` = SHA-256 of `canonicalJson` of the command without `hash` and
 * `signature`; `signature` = ECDSA P-256 (IEEE P1363, base64) over those 32 hash bytes.
 * The command's id is its fact's id.
 */
export const Command = CommandDraft.extend({
  stationId: StationId,
  sequence: z.number().int().min(1),
  previousHash: Hash,
  hash: Hash,
  signature: z.string().min(40).max(200),
});
export type Command = z.infer<typeof Command>;

/** `previousHash` of a station's first command. */
export const chainStart = '0'.repeat(64);
