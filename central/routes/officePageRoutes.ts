import type { FastifyInstance } from 'fastify';
import { ownIdOf } from '../../shared/office/externalId.ts';
import { type OfficeKind, officeKinds } from '../../shared/office/kinds.ts';
import { scopeOf } from '../../shared/office/officeApi.ts';
import {
  type Found,
  type HowFar,
  mostFound,
  mostOfKind,
  officePagePaths,
  SearchQuery,
  UsesQuery,
} from '../../shared/office/officePageApi.ts';
import type { CallingAdmin } from '../http/adminGate.ts';
import { howFar } from '../office/howFarRows.ts';
import { type FoundRecords, findRecords, usesOf } from '../office/searchRows.ts';
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
      const admin = await gates.office(request, null);
      const { q, kind } = read(SearchQuery, request.query);
      return answerOf(
        await findRecords(database.rows, {
          typed: q,
          ...seenBy(admin, kind === undefined ? officeKinds : [kind]),
          mostOfKind: kind === undefined ? mostOfKind : mostFound,
        }),
      );
    });

    page.get(officePagePaths.uses, hidden, async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const admin = await gates.office(request, null);
      const { kind, ...externalId } = read(UsesQuery, request.query);
      const used = { kind, ownId: ownIdOf(kind, externalId) };
      return answerOf(
        await usesOf(database.rows, used, { ...seenBy(admin, officeKinds), mostOfKind }),
      );
    });

    page.get(officePagePaths.setUp, hidden, async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      await gates.admin(request, null);
      return (await howFar(database.rows)) satisfies HowFar;
    });
  });
}

/** Nobody finds what they may not read. */
function seenBy(admin: CallingAdmin, kinds: readonly OfficeKind[]) {
  if (admin.kind === 'bootstrap') return { kinds, sites: null };
  const { scopes, siteIds } = admin;
  return { kinds: kinds.filter((kind) => scopes.includes(scopeOf(kind))), sites: siteIds };
}

function answerOf({ records, cut }: FoundRecords): Found {
  return {
    found: records.map(({ externalId, ...rest }) => ({ ...externalId, ...rest })),
    cut: [...cut],
  };
}
