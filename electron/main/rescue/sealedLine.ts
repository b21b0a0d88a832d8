import { z } from 'zod';
import { commandHash } from '../../../shared/node/seal.ts';
import { textOf } from '../journal/journalLine.ts';
import { parsedJson } from '../machine/jsonFile.ts';

/** What even a command of a later version has; the rest is central's to judge. */
const Sealed = z.object({
  at: z.number(),
  command: z.looseObject({
    stationId: z.string().max(64),
    sequence: z.number().int().min(1),
    previousHash: z.string().regex(/^[0-9a-f]{64}$/),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    signature: z.string().regex(/^[A-Za-z0-9+/=]{40,200}$/),
    fact: z.looseObject({
      id: z.string().max(64),
      siteId: z.string().max(64),
      kind: z.string().max(64),
      caseId: z.string().max(64).nullish(),
      sha256: z.string().optional(),
    }),
  }),
});

/** One line of somebody's journal, as far as it must be understood to be handed on. */
export type SealedLine = {
  /** The line itself, with its checksum in front, for it is handed on as it stands. */
  readonly line: string;
  /** Exactly what was sealed. */
  readonly command: z.infer<typeof Sealed>['command'];
  readonly id: string;
  readonly sequence: number;
  readonly stationId: string;
  readonly siteId: string;
  /** The photo it names, if it is one. */
  readonly photo: string | null;
};

/** Null when the checksum is wrong, it is no command, or its hash is not that of its content. */
export function sealedLine(line: string): SealedLine | null {
  const text = textOf(line);
  const parsed = text === null ? null : parsedJson(text, Sealed);
  if (parsed === null) return null;
  const { command } = parsed;
  if (commandHash(command) !== command.hash) return null;
  const { id, siteId, kind, sha256 } = command.fact;
  return {
    line,
    command,
    id,
    siteId,
    sequence: command.sequence,
    stationId: command.stationId,
    photo: kind === 'photoTaken' && /^[0-9a-f]{64}$/.test(sha256 ?? '') ? (sha256 ?? null) : null,
  };
}

/** The places in a run of lines where one does not follow from the one numbered before it. */
export function brokenLinks(lines: readonly SealedLine[]): readonly number[] {
  const bySequence = new Map(lines.map((it) => [it.sequence, it]));
  return lines
    .filter(({ sequence, command }) => {
      const before = bySequence.get(sequence - 1);
      return before !== undefined && before.command.hash !== command.previousHash;
    })
    .map(({ sequence }) => sequence);
}
