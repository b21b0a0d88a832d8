/**
 * npm run administrators                                             who runs central
 * npm run administrators -- name ID --name NAME --scopes SCOPE,…     [--days N]; with --link who only uses central's page
 * npm run administrators -- scopes ID --scopes SCOPE,…
 * npm run administrators -- token ID [--days N]                      for who lost theirs
 * npm run administrators -- link ID                                  to set up signing in on central's page
 * npm run administrators -- retire ID --why TEXT
 * npm run administrators -- exchange [--days N]                      your own token
 * npm run administrators -- retire-bootstrap --why TEXT
 *
 * Scopes: enrol, people, policy, refunds, read, records, administrators. Asks a running central (--url, else
 * http://127.0.0.1:7420) with QUAYSIDE_ADMIN_TOKEN or QUAYSIDE_ADMIN_TOKEN_FILE. A new token or link is all
 * that is written to standard output, so that it can go into a file.
 */
import { parseArgs } from 'node:util';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { askAsAdmin, askRoute, runTool } from './askAsAdmin.ts';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:7420' },
    name: { type: 'string' },
    scopes: { type: 'string' },
    days: { type: 'string' },
    by: { type: 'string' },
    why: { type: 'string' },
    link: { type: 'boolean', default: false },
  },
});
const [verb = 'list', id = ''] = positionals;
const days = given.days === undefined ? {} : { days: Number(given.days) };
const said = { by: given.by, reason: given.why };
const scopes = given.scopes?.split(',').map((scope) => scope.trim());

async function main(): Promise<void> {
  switch (verb) {
    case 'list':
      return list();
    case 'name': {
      const named = { ...said, id, name: given.name, scopes, ...days };
      const answer = await askRoute(given.url, 'nameAdministrator', { id }, named);
      return given.link ? showLink() : showToken(answer);
    }
    case 'scopes':
      await askRoute(given.url, 'changeScopes', { id }, { ...said, scopes });
      return console.log(`${id} may ${scopes?.join(', ')} from now on.`);
    case 'token':
      return showToken(
        await askRoute(given.url, 'reissueAdminToken', { id }, { ...said, ...days }),
      );
    case 'link':
      return showLink();
    case 'retire':
      await askRoute(given.url, 'retireAdministrator', { id }, said);
      return console.log(`${id} and their tokens end now.`);
    case 'exchange':
      showToken(await askRoute(given.url, 'rotateAdminToken', { id }, days));
      return void process.stderr.write('The one you asked with is good for a day more.\n');
    case 'retire-bootstrap':
      await askRoute(given.url, 'retireBootstrap', { id }, said);
      return console.log('Only named administrators come in from now on.');
    default:
      throw new Error(
        `There is no “${verb}”: name, scopes, token, link, retire, exchange, retire-bootstrap`,
      );
  }
}

async function showLink(): Promise<void> {
  const { link, goodUntil } = await askRoute(given.url, 'signInLink', { id }, said);
  console.log(new URL(`/office/#link=${link}`, given.url).href);
  process.stderr.write(`For once; good until ${goodUntil}\n`);
}

function showToken({ token, goodUntil }: { readonly token: string; readonly goodUntil: string }) {
  console.log(token);
  process.stderr.write(`Shown only now; good until ${goodUntil}\n`);
}

async function list(): Promise<void> {
  const { path, response } = centralApi.administrators;
  const { administrators, bootstrap } = await askAsAdmin(given.url, 'GET', path, response);
  for (const one of administrators) {
    const state = one.retiredAt === null ? one.scopes.join(',') : `retired ${one.retiredAt}`;
    const until = one.tokens.map(({ goodUntil }) => goodUntil).join(' and ') || 'no token';
    console.log([one.id, one.name, state, until].join('\t'));
  }
  process.stderr.write(
    bootstrap === 'inUse'
      ? 'The bootstrap token is still in use.\n'
      : 'The bootstrap token is retired.\n',
  );
}

runTool(main);
