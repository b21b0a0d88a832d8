import type { FastifyInstance } from 'fastify';
import { officeKinds } from '../../shared/office/kinds.ts';
import { scopeOf } from '../../shared/office/officeApi.ts';
import {
  type Found,
  type HowFar,
  mostFound,
  officePagePaths,
  SearchQuery,
} from '../../shared/office/officePageApi.ts';
import { howFar } from '../office/howFarRows.ts';
import { findRecords } from '../office/searchRows.ts';
import type { Central } from './central.ts';
import { answerProblems } from './officeProblems.ts';
import { read } from './officeRoutes.ts';

/** What central's page asks for itself: one field over all kinds, and how far a company has come. */
export async function officePageRoutes(app: FastifyInstance, central: Central): Promise<void> {
  const { database, gates } = central;
  await app.register(async (page) => {
    answerProblems(page);
    const hidden = { schema: { hide: true } };

    page.get(officePagePaths.search, hidden, async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const admin = await gates.admin(request, null);
      const { q, kind } = read(SearchQuery, request.query);
      // Nobody finds what they may not read.
      const kinds = (kind === undefined ? officeKinds : [kind]).filter(
        (one) => admin.kind === 'bootstrap' || admin.scopes.includes(scopeOf(one)),
      );
      const words = q
        .split(/\s+/)
        .filter((word) => word !== '')
        .slice(0, 8);
      const records = await findRecords(database.rows, { kinds, words, limit: mostFound + 1 });
      return {
        found: records
          .slice(0, mostFound)
          .map(({ externalId, ...rest }) => ({ ...externalId, ...rest })),
        isCut: records.length > mostFound,
      } satisfies Found;
    });

    page.get(officePagePaths.setUp, hidden, async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      await gates.admin(request, null);
      return (await howFar(database.rows)) satisfies HowFar;
    });
  });
}
