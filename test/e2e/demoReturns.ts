import { demoCompany } from '../../central/demo/demoCompany.ts';
import { localDateOf } from '../../shared/deadlines/localDay.ts';
import type { Client, OrderLine, Person, ReturnCase } from '../../shared/facts/documents.ts';

/** The demo company as central tells it today, to know what may be scanned and who works there. */
export function demoToday() {
  const today = localDateOf(new Date().toISOString(), 'America/New_York');
  const company = demoCompany({ today, seed: 'northquay' });
  const cases = company.documents.flatMap((d): readonly ReturnCase[] =>
    d.collection === 'cases' && d.body ? [d.body] : [],
  );
  const orderLines = company.documents.flatMap((d): readonly OrderLine[] =>
    d.collection === 'orderLines' && d.body ? [d.body] : [],
  );
  const clients = company.documents.flatMap((d): readonly Client[] =>
    d.collection === 'clients' && d.body ? [d.body] : [],
  );
  const arrived = new Set(company.scripts.flatMap((s) => s.facts.map((f) => f.caseId)));
  return {
    /** Newark's, whether anything came of them or not. */
    demoCases: cases.flatMap(({ id, siteId }) => (siteId.includes('ewr') ? [id] : [])),
    /** Announced at Newark, one line of something the client calls defective, not here yet. */
    expected: cases.flatMap((announced) => {
      const [line, other] = announced.lines;
      const order = orderLines.find((o) => o.id === line?.orderLineId);
      const [tracking] = announced.trackingNumbers;
      const fits =
        announced.siteId.includes('ewr') &&
        !arrived.has(announced.id) &&
        announced.application !== null &&
        announced.review?.outcome === 'authorised' &&
        line?.claimedReason === 'defective' &&
        !other &&
        order?.customised === false &&
        order.unit === 'EA';
      return fits && line && order && tracking ? [{ case: announced, line, order, tracking }] : [];
    }),
    /** What the demo tells under a name, as its papers say. */
    told: (story: string): ExpectedReturn => {
      const script = company.scripts.find(({ key }) => key === story);
      const told = cases.find(({ id }) => id === script?.facts[0]?.caseId);
      const [line] = told?.lines ?? [];
      const [tracking] = told?.trackingNumbers ?? [];
      const order = orderLines.find((o) => o.id === line?.orderLineId);
      if (!told || !line || !order || !tracking) throw new Error(`The demo does not tell ${story}`);
      return { case: told, line, order, tracking };
    },
    clientOf: ({ case: announced }: ExpectedReturn): Client => {
      const found = clients.find(({ id }) => id === announced.clientId);
      if (!found) throw new Error(`The demo does not know the client of ${announced.id}`);
      return found;
    },
    worker: (badge: string): { readonly person: Person; readonly pin: string } => {
      const found = company.people.find((p) => p.person.badge === badge);
      if (!found) throw new Error(`Nobody in the demo has badge ${badge}`);
      return found;
    },
  };
}

export type ExpectedReturn = {
  readonly case: ReturnCase;
  readonly line: ReturnCase['lines'][number];
  readonly order: OrderLine;
  readonly tracking: string;
};
