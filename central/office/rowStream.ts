import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
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
    readonly actorId: string | null;
    readonly reason: string;
    readonly sites: readonly string[] | null;
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
  let length = 0;
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    lines.push(line);
    length += line.length;
    if (lines.length < officeLimits.rowsPerBatch && length < officeLimits.bytesPerBatch) continue;
    yield await answerSome(lines, to);
    [lines, length] = [[], 0];
  }
  if (lines.length > 0) yield await answerSome(lines, to);
}

/** What stands for a line longer than a row may be; it is no JSON, and the line is refused. */
const cut = '…';

async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    const lines = text.includes('\n') ? (rest + text).split('\n') : [rest + text];
    rest = lines.pop() ?? '';
    if (rest.length > officeLimits.bytesPerRow) rest = cut;
    yield* lines;
  }
  yield rest;
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
