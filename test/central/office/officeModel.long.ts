import { expect, test } from 'vitest';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import { noteFigures, rounds } from '../../faults/figures.ts';
import { playAdmission, playOffice } from './playOffice.ts';

/** `QUAYSIDE_ROUNDS` says fewer. */
const commands = rounds(1_000_000);

test('a million commands are each taken or refused as a book beside them says', () => {
  expect(playAdmission({ seed: 11, commands })).toEqual([]);
});

test('records, feed and sites are as that book has them, on each database', async () => {
  const bin = findPostgres();
  for (const kind of bin === null ? ['PGlite'] : ['PGlite', 'PostgreSQL']) {
    const server = kind === 'PostgreSQL' && bin !== null ? await startPostgres(bin) : null;
    const place = server && { kind: 'postgres' as const, url: await server.createDatabase() };
    const central = await startCentral(place ? { place } : {});
    const played = await playOffice(central, {
      seed: 13,
      commands: commands / 10,
      mostAtOnce: 500,
    });
    await noteFigures(18, `office on ${kind}`, Object.fromEntries(played.outcomes));
    expect(played.wrong).toEqual([]);
    await central.close();
    await server?.stop();
  }
});
