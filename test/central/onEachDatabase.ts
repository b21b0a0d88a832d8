/**
 * The same tests on PostgreSQL and on PGlite. Both each time would double the longest part of
 * `npm test`, so it asks PostgreSQL where that is installed; PGlite is what every other test of
 * central's, every journey and every drive runs on. `npm run databases` asks both.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import {
  type CentralInMemory,
  type CentralOptions,
  startCentral,
} from '../builders/central/centralInMemory.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../builders/central/postgresServer.ts';
import { type Keys, moveInWithoutPins } from './aCompany.ts';

export type Ground = {
  central: CentralInMemory;
  keys: Keys;
  /** The number of a case no other test of the file uses. */
  readonly nextCase: () => number;
};

const bin = findPostgres();
/** Where a test makes its own ground on them. */
export const databasesAsked = kindsOf(process.env['QUAYSIDE_EACH_DATABASE'] === '1');

function kindsOf(isEach: boolean): readonly ('PGlite' | 'PostgreSQL')[] {
  if (bin === null) return ['PGlite'];
  return isEach ? ['PGlite', 'PostgreSQL'] : ['PostgreSQL'];
}

export function onEachDatabase(
  name: string,
  tests: (ground: () => Ground) => void,
  options: CentralOptions = {},
  /** How many cases the office has. */
  cases = 40,
): void {
  describe.each(databasesAsked)(`${name} (%s)`, (kind) => {
    let server: PostgresServer | null = null;
    let ground: Ground | null = null;
    let given = 0;

    beforeAll(async () => {
      server = kind === 'PostgreSQL' && bin !== null ? await startPostgres(bin) : null;
      let keys: Keys = new Map();
      const central = await startCentral({
        ...options,
        ...(server
          ? { place: { kind: 'postgres', url: await server.createCentralDatabase() } }
          : {}),
        fill: async (tools, database) => {
          keys = await moveInWithoutPins(tools, database, cases);
        },
      });
      ground = {
        central,
        keys,
        nextCase: () => {
          given += 1;
          if (given > cases) throw new Error(`there are only ${cases} cases`);
          return given;
        },
      };
    }, 120_000);
    afterAll(async () => {
      await ground?.central.close();
      await server?.stop();
    });

    tests(() => {
      if (!ground) throw new Error('not started');
      return ground;
    });
  });
}
