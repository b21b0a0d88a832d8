/** Whoever answers the contenders: servers made for one repetition and gone after it. */
import type { Addresses, Place } from './place.ts';
import { bareCentral } from './places/bareServer.ts';
import { peopleAtCentral } from './places/peopleAtCentral.ts';
import { centralBehindSlowLine, postgresCentral } from './places/postgresCentral.ts';
import { pouchPlace } from './places/pouchPlace.ts';
import type { Entry } from './rows.ts';

export type Places = {
  readonly make: (entry: Entry) => Promise<Addresses>;
  readonly clear: () => Promise<void>;
};

const makers: Readonly<Record<string, (entry: Entry) => Promise<Place>>> = {
  people: peopleAtCentral,
  memory: ({ count }) => bareCentral(count),
  durable: ({ count }) => bareCentral(count, true),
  postgres: ({ count }) => postgresCentral(count),
  slowLine: ({ count }) => centralBehindSlowLine(count),
  pouch: ({ count }) => pouchPlace(count, false),
  filledPouch: ({ count }) => pouchPlace(count, true),
};

export function openPlaces(): Places {
  let open: Place | null = null;
  return {
    async make(entry) {
      const told = entry.prepare ? { cases: String(entry.prepare.count) } : {};
      const maker = entry.place === undefined ? undefined : makers[entry.place];
      open = maker ? await maker(entry) : null;
      return { ...told, ...open?.at };
    },
    async clear() {
      await open?.close();
      open = null;
    },
  };
}
