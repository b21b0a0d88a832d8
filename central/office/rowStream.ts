import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import { BatchRow, officeLimits } from '../../shared/office/officeApi.ts';
import { officeError } from '../../shared/office/officeCommand.ts';
import { refuse } from '../../shared/result.ts';
import { applyOffice } from './applyOffice.ts';
import { commandOfRow, rowAnswerOf } from './batchRow.ts';

type Applied = Parameters<typeof applyOffice>;

/** Any number of rows, a line each, answered a line each in the same order while more are read. */
export function rowStream(
  input: NodeJS.ReadableStream,
  to: {
    readonly database: Applied[0];
    readonly kind: OfficeKind;
    readonly actor: string;
    readonly reason: string;
    readonly now: () => Date;
  },
): Readable {
  return Readable.from(answered(input, to));
}

async function* answered(
  input: NodeJS.ReadableStream,
  to: Parameters<typeof rowStream>[1],
): AsyncGenerator<string> {
  let lines: string[] = [];
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    lines.push(line);
    if (lines.length < officeLimits.rowsPerBatch) continue;
    yield await answerSome(lines, to);
    lines = [];
  }
  if (lines.length > 0) yield await answerSome(lines, to);
}

async function answerSome(
  lines: readonly string[],
  { database, kind, now, ...said }: Parameters<typeof rowStream>[1],
): Promise<string> {
  const rows = lines.map(readLine);
  const commands = rows.map((row) => (row === null ? unreadable : commandOfRow(kind, row, said)));
  const readable = commands.flatMap((command) => (command.ok ? [command.value] : []));
  const mode = { mode: 'write', allOrNothing: false } as const;
  const inTurn = (await applyOffice(database, readable, mode, now())).values();
  const answers = rows.map((row, index) =>
    rowAnswerOf(
      row ?? { source: '', id: '' },
      commands[index]?.ok === true ? inTurn.next().value : commands[index],
    ),
  );
  return answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
}

const unreadable = refuse([officeError('', 'unreadable', 'No JSON of one row on this line')]);

function readLine(line: string): BatchRow | null {
  if (line.length > officeLimits.bytesPerRow) return null;
  try {
    return BatchRow.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
