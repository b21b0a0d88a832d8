import type { FastifyInstance } from 'fastify';
import type { PolicyVersion } from '../../shared/facts/documents.ts';
import { PolicyVersionId } from '../../shared/ids.ts';
import { governingTextSha256 } from '../../shared/policy/policyWords.ts';
import { serveRoute } from '../http/serveRoute.ts';
import { replayPage } from '../replay/replayPage.ts';
import type { Central } from './central.ts';

/** A draft policy over the past, page by page, so that who looks on sees progress and may stop: a site's own at a desk, the company's for an administrator. */
export function replayRoutes(app: FastifyInstance, { database, gates }: Central): void {
  serveRoute(app, 'replay', gates, async ({ body, station }) =>
    replayPage(database.rows, { ...body, siteId: station.siteId }),
  );

  serveRoute(app, 'replayPolicy', gates, async ({ body }) => {
    const { effectiveFrom, parameters, ...page } = body;
    return replayPage(database.rows, {
      ...page,
      draft: draftOf({ effectiveFrom, parameters }),
      siteId: null,
    });
  });
}

/** Nobody's edition yet: it is decided by, and kept nowhere. */
function draftOf(said: Pick<PolicyVersion, 'effectiveFrom' | 'parameters'>): PolicyVersion {
  return {
    ...said,
    id: PolicyVersionId.parse('draft'),
    version: 1,
    title: 'Draft',
    status: 'draft',
    textSha256: governingTextSha256,
  };
}
