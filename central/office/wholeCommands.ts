import { changeOnly } from '../../shared/office/admit/changeOnly.ts';
import { recordKey } from '../../shared/office/admit/officeSet.ts';
import { ownIdOf } from '../../shared/office/externalId.ts';
import type { OfficeCommand } from '../../shared/office/officeCommand.ts';
import type { Rows } from '../database/rows.ts';
import { recordsOf } from './recordRows.ts';

/**
 * Commands that say all of their record: what a sender has no place for is as it was. So a table without
 * a column for somebody's contacts takes none of them away.
 */
export async function wholeCommands(
  rows: Rows,
  commands: readonly OfficeCommand[],
): Promise<readonly OfficeCommand[]> {
  const partly = commands.filter((one) => one.action === 'put' && one.fields !== undefined);
  const before = new Map(
    (await recordsOf(rows, partly.map(keyOf))).map((record) => [recordKey(record), record.body]),
  );
  return commands.map((command) => {
    if (command.action !== 'put' || command.fields === undefined) return command;
    const { fields, body: said, ...rest } = command;
    const was = before.get(recordKey(keyOf(command)));
    const body = isBody(was) && isBody(said) ? changeOnly(was, said, fields) : said;
    return { ...rest, body };
  });
}

function keyOf({ kind, externalId }: OfficeCommand) {
  return { kind, ownId: ownIdOf(kind, externalId) };
}

function isBody(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
