/**
 * npm run people                                                     who works where, and who is locked out
 * npm run people -- add --name NAME --badge BADGE --roles dock,… --sites ID,… [--id ID]
 * npm run people -- change ID [--name NAME] [--roles dock,…] [--sites ID,…] --why TEXT
 * npm run people -- badge ID --badge BADGE --why TEXT                the old one is nobody's from then on
 * npm run people -- slip ID ID …                                     to join at a station; a forgotten PIN too
 * npm run people -- unlock ID --why TEXT                             after ten wrong PINs
 * npm run people -- leave ID --why TEXT [--keys-in-wrong-hands]
 * npm run people -- back ID --why TEXT                               somebody who left works here again
 * npm run people -- keys ID                                          where they sign, and who vouched for it
 *
 * ID: what your system calls them (erp:P-101), or ours. Roles: dock, inspector, supervisor. Asks a running central (--url, else http://127.0.0.1:7420) with an
 * admin token (askAsAdmin.ts).
 */
import { parseArgs } from 'node:util';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { askAsAdmin, askPages, askRoute, runTool } from './askAsAdmin.ts';
import { ownIdNamed } from './named.ts';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:7420' },
    id: { type: 'string' },
    name: { type: 'string' },
    badge: { type: 'string' },
    roles: { type: 'string' },
    sites: { type: 'string' },
    by: { type: 'string' },
    why: { type: 'string' },
    'keys-in-wrong-hands': { type: 'boolean', default: false },
  },
});
const [verb = 'list', named = ''] = positionals;
const id = ownIdNamed('people', named);
const { url, name, badge, by, why: reason } = given;
const listed = (text: string | undefined) => text?.split(',').map((one) => one.trim());
const roles = listed(given.roles);
const siteIds = listed(given.sites)?.map((site) => ownIdNamed('sites', site));

async function main(): Promise<void> {
  switch (verb) {
    case 'list':
      return list();
    case 'add': {
      const body = { id: given.id, name, badge, roles, siteIds, by };
      const { person, slip, goodUntil } = await askRoute(url, 'addPerson', {}, body);
      console.log(`${person.name} works here as ${person.id}.`);
      return showSlip(slip, goodUntil);
    }
    case 'change':
      return change({ name, roles, siteIds });
    case 'badge':
      return change({ badge });
    case 'back':
      await change({ active: true });
      return slipFor(named);
    case 'slip': {
      const everybody = positionals.slice(1);
      if (everybody.length === 0) throw new Error('Say for whom');
      for (const one of everybody) await slipFor(one, everybody.length > 1);
      return;
    }
    case 'unlock':
      await askRoute(url, 'unlockPerson', { id }, { by, reason });
      return console.log('Their tries are forgiven, at every station at its next contact.');
    case 'leave': {
      const why = given['keys-in-wrong-hands'] ? 'compromised' : 'left';
      await askRoute(url, 'personLeaves', { id }, { why, by, reason });
      return console.log('Works here no more; what they recorded before counts as far as it may.');
    }
    case 'keys':
      return keys();
    default:
      throw new Error(
        `There is no “${verb}”: add, change, badge, slip, unlock, leave, back or keys`,
      );
  }
}

async function change(what: object): Promise<void> {
  const { person } = await askRoute(url, 'changePerson', { id }, { ...what, by, reason });
  const { roles: has, siteIds: at } = person;
  console.log([person.id, person.name, person.badge, has.join(','), at.join(',')].join('\t'));
}

async function slipFor(person: string, isOneOfMany = false): Promise<void> {
  const of = { id: ownIdNamed('people', person) };
  const { slip, goodUntil } = await askRoute(url, 'joiningSlip', of, { by });
  showSlip(isOneOfMany ? `${slip}\t${person}` : slip, goodUntil);
}

function showSlip(slip: string, goodUntil: string): void {
  console.log(slip);
  process.stderr.write(
    `To join at one station and choose a PIN there; shown only now, ${goodUntil}\n`,
  );
}

async function list(): Promise<void> {
  const { path, response } = centralApi.everybody;
  for await (const { people } of askPages(url, path, response))
    for (const { person, joinedAt, lockedAt } of people) {
      const state = person.active ? `joined at ${joinedAt.length}` : 'left';
      const locked = lockedAt.length > 0 ? `locked out at ${lockedAt.join(', ')}` : '';
      const works = [person.roles.join(','), person.siteIds.join(',')];
      console.log([person.id, person.name, person.badge, ...works, state, locked].join('\t'));
    }
}

async function keys(): Promise<void> {
  const { path, response } = centralApi.personKeys;
  const at = path.replace(':id', encodeURIComponent(id));
  const found = await askAsAdmin(url, 'GET', at, response);
  for (const key of found.keys) {
    const until = key.until === null ? 'in use' : `${key.why} ${key.until}`;
    console.log([key.publicKey, key.stationId ?? 'anywhere', key.vouchedBy, until].join('\t'));
  }
}

runTool(main);
