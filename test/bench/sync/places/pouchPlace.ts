import { ownFactRow } from '../../../../renderer/storage/factRows.ts';
import { factsOfReturns, sealedLoosely } from '../goods.ts';
import type { Place } from '../place.ts';
import { bareCentral } from './bareServer.ts';

type Docs = readonly { readonly _id: string }[];
type Opened = { readonly url: string; readonly close: () => Promise<void> };
type Module = { readonly pouchServer: (docs: Docs) => Promise<Opened> };

/** PouchDB's server, empty or with what a station is to fetch, and the commands it is to send. */
export async function pouchPlace(count: number, filled: boolean): Promise<Place> {
  // Its packages are installed by the benchmark alone, so nothing may know it before.
  const server = '../../rivals/servers/pouchServer.mjs';
  const { pouchServer } = (await import(server)) as Module;
  const docs = filled
    ? factsOfReturns(count).map((fact, index) => ({
        ...ownFactRow(sealedLoosely(fact, index + 1)),
        _id: fact.id,
      }))
    : [];
  const [bare, pouch] = [await bareCentral(count), await pouchServer(docs)];
  return {
    at: { ...bare.at, pouch: pouch.url },
    async close() {
      await bare.close();
      await pouch.close();
    },
  };
}
