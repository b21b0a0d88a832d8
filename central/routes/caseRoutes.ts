import type { FastifyInstance } from 'fastify';
import type { Change } from '../../shared/sync/change.ts';
import { isToldSums } from '../../shared/sync/searchApi.ts';
import { acceptedFacts, loadWholeCases } from '../cases/caseRows.ts';
import { factsOfCase } from '../cases/factsOfCase.ts';
import { caseNamed } from '../cases/finishedCaseRows.ts';
import { grantsOnLines } from '../cases/grantRows.ts';
import { ApiRefusal } from '../http/apiError.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { seekCases } from '../search/seekCases.ts';
import type { Central } from './central.ts';

/** Cases as somebody asks for them: what is known of some, and one whole for a station that let it go. */
export function caseRoutes(app: FastifyInstance, { database, gates }: Central): void {
  serveRoute(app, 'search', gates, async ({ body, station, person }) =>
    seekCases(database.rows, {
      text: body.text,
      siteId: station.siteId,
      tellsSums: isToldSums(person.roles),
    }),
  );

  serveRoute(app, 'case', gates, async ({ params, station }) => {
    const { rows } = database;
    const id = await caseNamed(rows, station.siteId, params.id);
    const ledger = await loadWholeCases(rows, id === null ? [] : [id]);
    const paper = id === null ? undefined : ledger.cases.get(id);
    if (id === null || !paper) throw new ApiRefusal('notFound', 'No such case', 'id');
    const facts = await acceptedFacts(
      rows,
      factsOfCase(ledger.facts, id).map((fact) => fact.id),
    );
    const refunds = ledger.refunds.get(id) ?? [];
    const own = ledger.grants.get(id) ?? [];
    const onLines = await grantsOnLines(rows, [...ledger.referenceData.orderLines.keys()]);
    const grants = new Map([...own, ...onLines].map((grant) => [grant.id, grant]));
    const changes: Change[] = [
      ...[...ledger.referenceData.orderLines.values()].map(
        (body): Change => ({ collection: 'orderLines', id: body.id, body }),
      ),
      { collection: 'cases', id, body: paper },
      ...refunds.map((body): Change => ({ collection: 'refunds', id: body.id, body })),
      ...[...grants.values()].map((body): Change => ({ collection: 'grants', id: body.id, body })),
      ...facts.map((body): Change => ({ collection: 'facts', id: body.fact.id, body })),
    ];
    return { changes };
  });
}
