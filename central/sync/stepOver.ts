/**
 * npm run step-over                                               what waits behind missing records
 * npm run step-over -- --station ID --number N --by NAME --why TEXT
 *
 * Asks a running central (--url, else http://127.0.0.1:7420) with QUAYSIDE_ADMIN_TOKEN. Stepping
 * over is for ever: the missing records are refused should somebody bring them later.
 */
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { ApiError, centralApi } from '../../shared/sync/centralApi.ts';

const { values: given } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:7420' },
    station: { type: 'string' },
    number: { type: 'string' },
    by: { type: 'string' },
    why: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const { station, number, by, why } = given;
  if (station === undefined) return await list();
  const { path, body, response } = centralApi.stepOver;
  const read = body.safeParse({ sequence: Number(number), by, why });
  if (!read.success) throw new Error('Say --number N, --by NAME and --why TEXT');
  const at = path.replace(':id', encodeURIComponent(station));
  const { from, through } = await ask('POST', at, response, read.data);
  const which = from === through ? `Record ${from}` : `Records ${from} to ${through}`;
  console.log(`${which} of ${station}: central waits no longer. What is behind goes on by itself.`);
}

async function list(): Promise<void> {
  const { gaps } = await ask('GET', centralApi.gaps.path, centralApi.gaps.response);
  for (const { stationId, stationName, from, through, seenAt } of gaps)
    console.log(`${stationId}\t${stationName}\t${from} to ${through}\tsince ${seenAt}`);
  process.stderr.write(`${gaps.length} waiting behind missing records\n`);
}

async function ask<S extends z.ZodType>(
  method: string,
  path: string,
  schema: S,
  body?: object,
): Promise<z.output<S>> {
  const answer = await fetch(new URL(path, given.url), {
    method,
    headers: {
      authorization: `Bearer ${process.env['QUAYSIDE_ADMIN_TOKEN'] ?? ''}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new Error(ApiError.parse(said).message);
  return schema.parse(said);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
