/** The same tests on PGlite and, where it is installed, on PostgreSQL. */
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
const kinds = bin === null ? (['PGlite'] as const) : (['PGlite', 'PostgreSQL'] as const);

export function onEachDatabase(
  name: string,
  tests: (ground: () => Ground) => void,
  options: CentralOptions = {},
  /** How many cases the office has. */
  cases = 40,
): void {
  describe.each(kinds)(`${name} (%s)`, (kind) => {
    let server: PostgresServer | null = null;
    let ground: Ground | null = null;
    let given = 0;

    beforeAll(async () => {
      server = kind === 'PostgreSQL' && bin !== null ? await startPostgres(bin) : null;
      let keys: Keys = new Map();
      const central = await startCentral({
        ...options,
        ...(server ? { place: { kind: 'postgres', url: await server.createDatabase() } } : {}),
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
