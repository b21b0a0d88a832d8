import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Command } from '../../../shared/sync/command.ts';

/** One line: the first 16 hex digits of the SHA-256 of what follows, a space, JSON. */
const checksumLength = 16;

/** What opening a journal needs to know of a line; the rest is parsed when it is read. */
const Outline = z.object({
  at: z.number(),
  command: z.object({
    sequence: z.number().int().min(1),
    previousHash: z.string(),
    hash: z.string(),
    fact: z.object({ id: z.string() }),
  }),
});

const Line = z.object({ at: z.number(), command: Command });

export type LineOutline = {
  /** Station wall clock at the writing, epoch milliseconds. */
  readonly at: number;
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly id: string;
};

export function withChecksum(text: string): string {
  return `${checksumOf(text)} ${text}\n`;
}

/** The text of a line whose checksum is right, else null. */
export function textOf(line: string): string | null {
  const text = line.slice(checksumLength + 1);
  return line[checksumLength] === ' ' && line.slice(0, checksumLength) === checksumOf(text)
    ? text
    : null;
}

export function commandLine(at: number, command: Command): string {
  return withChecksum(JSON.stringify({ at, command }));
}

export function outlineOf(line: string): LineOutline | null {
  const parsed = Outline.safeParse(jsonOf(line));
  if (!parsed.success) return null;
  const { at, command } = parsed.data;
  const { sequence, previousHash, hash, fact } = command;
  return { at, sequence, previousHash, hash, id: fact.id };
}

export function commandOf(line: string): Command | null {
  const parsed = Line.safeParse(jsonOf(line));
  return parsed.success ? parsed.data.command : null;
}

function jsonOf(line: string): unknown {
  const text = textOf(line);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, checksumLength);
}
