/**
 * npm run step-over                                               what waits behind missing records
 * npm run step-over -- --station ID --number N --by NAME --why TEXT
 *
 * Asks a running central (--url, else http://127.0.0.1:7420) with an admin token (askAsAdmin.ts). Stepping
 * over is for ever: the missing records are refused should somebody bring them later.
 */
import { parseArgs } from 'node:util';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { askAsAdmin, runTool } from './askAsAdmin.ts';

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
  const { from, through } = await askAsAdmin(given.url, 'POST', at, response, read.data);
  const which = from === through ? `Record ${from}` : `Records ${from} to ${through}`;
  console.log(`${which} of ${station}: central waits no longer. What is behind goes on by itself.`);
}

async function list(): Promise<void> {
  const { gaps } = await askAsAdmin(
    given.url,
    'GET',
    centralApi.gaps.path,
    centralApi.gaps.response,
  );
  for (const { stationId, stationName, from, through, seenAt } of gaps)
    console.log(`${stationId}\t${stationName}\t${from} to ${through}\tsince ${seenAt}`);
  process.stderr.write(`${gaps.length} waiting behind missing records\n`);
}

runTool(main);
