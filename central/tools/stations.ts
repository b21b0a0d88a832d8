/**
 * npm run stations                       every station: last contact, unsent then, version, fingerprint
 * npm run stations -- code SITE          a one-time code with which a station enrols there (erp:W01, or our id)
 * npm run stations -- revoke ID [--why TEXT]   refuses it from now on; it hands in and wipes itself
 *
 * Asks a running central (--url, else http://127.0.0.1:7420) with an admin token (askAsAdmin.ts).
 */
import { parseArgs } from 'node:util';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { askPages, askRoute, runTool } from './askAsAdmin.ts';
import { ownIdNamed } from './named.ts';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:7420' },
    why: { type: 'string' },
  },
});
const [verb = 'list', id = ''] = positionals;

async function main(): Promise<void> {
  switch (verb) {
    case 'list':
      return list();
    case 'code': {
      const issued = await askRoute(
        given.url,
        'enrolmentCode',
        {},
        { siteId: ownIdNamed('sites', id) },
      );
      console.log(issued.code);
      return void process.stderr.write(`Shown only now; good until ${issued.goodUntil}\n`);
    }
    case 'revoke':
      await askRoute(given.url, 'revokeStation', { id }, { reason: given.why });
      return console.log(`${id} is refused from now on.`);
    default:
      throw new Error(`There is no “${verb}”: code or revoke`);
  }
}

async function list(): Promise<void> {
  const { path, response } = centralApi.everyStation;
  for await (const { stations } of askPages(given.url, path, response))
    for (const one of stations)
      console.log(
        [
          one.id,
          one.siteId,
          one.name,
          one.revokedAt === null
            ? (one.lastContactAt ?? 'never heard')
            : `revoked ${one.revokedAt}`,
          one.unsent === null ? 'unsent unknown' : `${one.unsent} unsent`,
          one.version ?? 'version unknown',
          one.fingerprint,
          clockOf(one.clockSkewMs),
        ].join('\t'),
      );
}

function clockOf(skewMs: number | null): string {
  if (skewMs === null) return 'clock unknown';
  return `clock ${skewMs < 0 ? '-' : '+'}${Math.round(Math.abs(skewMs) / 1000)} s`;
}

runTool(main);
