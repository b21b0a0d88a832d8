/** Who × which route: what each caller is answered, made from the contract, which gives every route a row. */

import { standardParameters } from '../../../shared/office/standardPolicy.ts';
import { AdminScope } from '../../../shared/sync/adminApi.ts';
import { type CentralRoute, centralApi } from '../../../shared/sync/centralApi.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';

const others = [
  'nobody',
  'here',
  'there',
  'revoked',
  /** A station whose token ended. */
  'stale',
  /** A token whose station proved its key, shown by somebody without it. */
  'copied',
  'stranger',
  'bootstrap',
  'admin expired',
  'admin retired',
  /** A connection that speaks for one site: `/office/v1` is open to it, and nothing else. */
  'of one site',
] as const;
/** A named administrator has one scope, and is called by it. */
export type Caller = (typeof others)[number] | AdminScope;

type Row = {
  readonly path?: string;
  readonly body?: unknown;
  /** What is answered to whoever may ask it, with a request that changes nothing. */
  readonly may: number;
  /** Where it is about another site's. */
  readonly there?: number;
  readonly stale?: number;
};

const noImport = (part: string) => `/central/admin/imports/${'A'.repeat(22)}${part}`;
const saidOfTable = { source: 'erp', file: {}, columns: {}, codes: [] };

const rows: Readonly<Record<CentralRoute, Row>> = {
  enrol: { body: { code: 'AAA-AAA', stationName: 'x' }, may: 404 },
  rotateToken: { body: {}, may: 200, stale: 200 },
  people: { may: 200 },
  push: { body: { contractVersion: 1, epoch: null, commands: [] }, may: 200 },
  pull: { may: 200 },
  photoStates: { body: { sha256: ['0'.repeat(64)] }, may: 200 },
  // With whom signed in: test/attacks/replay.test.ts.
  replay: {
    body: { draft: aPolicy(), after: null, limit: 10 },
    may: 403,
  },
  // With whom signed in, and what of which site: test/central/search/seekCases.test.ts.
  search: { body: { text: 'RMA-1001' }, may: 403 },
  // With whom signed in, and which stations: test/central/people/otherStations.test.ts.
  siteStations: { may: 403 },
  case: { path: '/central/cases/case-1', may: 200, there: 404 },
  refund: { path: '/central/cases/case-1/refunds', may: 200, there: 404 },
  calendar: { path: '/central/sites/site-1/calendar', may: 200 },
  join: {
    path: '/central/people/dora/keys',
    body: {
      publicKey: 'A'.repeat(124),
      signature: 'A'.repeat(88),
      vouching: { kind: 'slip', slip: 'AAA-AAA' },
    },
    // Of what another site's person is: 404. With a slip or a key: test/central/people/joining.test.ts.
    may: 403,
    there: 404,
  },
  pinTries: { path: '/central/people/pin-tries', body: { tries: [] }, may: 200 },
  demoSlip: {
    path: '/central/demo/people/dora/joining-slips',
    body: {},
    may: 404,
    there: 404,
  },
  joiningSlip: {
    path: '/central/admin/people/nobody/joining-slips',
    body: { by: 'Ada' },
    may: 404,
  },
  personKeys: { path: '/central/admin/people/dora/keys', may: 200 },
  revokeKey: {
    path: '/central/admin/people/nobody/keys/revoke',
    body: { publicKey: 'A'.repeat(124), why: 'compromised', by: 'Ada', reason: 'Lost' },
    may: 404,
  },
  unlockPerson: {
    path: '/central/admin/people/nobody/unlock',
    body: { by: 'Ada', reason: 'Forgot' },
    may: 404,
  },
  enrolmentCode: { body: { siteId: 'site-1' }, may: 200 },
  revokeStation: { path: '/central/admin/stations/nobody/revoke', may: 404 },
  personLeaves: {
    path: '/central/admin/people/nobody/leave',
    body: { why: 'left', by: 'Ada', reason: 'Works elsewhere now' },
    may: 404,
  },
  gaps: { may: 200 },
  stepOver: {
    path: '/central/admin/stations/nobody/step-over',
    body: { sequence: 1, by: 'Ada', why: 'The disk is gone' },
    may: 404,
  },
  refunds: { may: 200 },
  oneRefund: { path: '/central/admin/refunds/nothing', may: 404 },
  lookUpRefund: { path: '/central/admin/refunds/nothing/look-up', body: { by: 'Ada' }, may: 404 },
  failedRefunds: { may: 200 },
  today: { may: 200 },
  replayPolicy: {
    body: { effectiveFrom: '2027-01-01', parameters: standardParameters, after: null, limit: 10 },
    may: 200,
  },
  audit: { may: 200 },
  sendRefundAgain: {
    path: '/central/admin/refunds/nothing/send-again',
    body: { by: 'Ada', why: 'Their bank account is mended' },
    may: 404,
  },
  calendars: { may: 200 },
  giveCalendar: {
    path: '/central/admin/calendars/nowhere',
    body: { by: 'Ada', why: 'A new site' },
    may: 404,
  },
  calendarYear: { path: '/central/admin/calendars/nowhere/years/2026', may: 404 },
  health: { may: 200 },
  everybody: { may: 200 },
  everyStation: { may: 200 },
  addPerson: {
    body: { id: 'dora', name: 'D', badge: 'DORA09', roles: ['dock'], siteIds: ['site-1'] },
    may: 400,
  },
  changePerson: { path: '/central/admin/people/nobody', body: { reason: 'Moved' }, may: 404 },
  administrators: { may: 200 },
  nameAdministrator: { body: { id: 'expired', name: 'Again', scopes: ['read'] }, may: 400 },
  changeScopes: {
    path: '/central/admin/administrators/nobody/scopes',
    body: { scopes: ['read'] },
    may: 404,
  },
  reissueAdminToken: { path: '/central/admin/administrators/nobody/token', body: {}, may: 404 },
  signInLink: {
    path: '/central/admin/administrators/nobody/sign-in-link',
    body: { by: 'Ada' },
    may: 404,
  },
  retireAdministrator: {
    path: '/central/admin/administrators/nobody/retire',
    body: { reason: 'Left' },
    may: 404,
  },
  lookAtImport: { path: noImport('/look'), body: saidOfTable, may: 404 },
  startImport: {
    path: noImport('/run'),
    body: { ...saidOfTable, kind: 'articles', mode: 'test', full: null },
    may: 404,
  },
  importState: { path: noImport(''), may: 404 },
  stopImport: { path: noImport('/stop'), body: {}, may: 404 },
  forgetImport: { path: noImport('/forget'), body: {}, may: 404 },
  connections: { may: 200 },
  makeConnection: {
    body: { id: 'expired', name: 'ERP', scopes: ['records'], siteIds: null, reason: 'New' },
    may: 400,
  },
  changeConnection: {
    path: '/central/admin/connections/nobody',
    body: { scopes: ['records'], siteIds: null, reason: 'More' },
    may: 404,
  },
  addConnectionKey: {
    path: '/central/admin/connections/nobody/keys',
    body: { reason: 'The next' },
    may: 404,
  },
  endConnectionKey: {
    path: '/central/admin/connections/nobody/keys/0123456789ab/end',
    body: { reason: 'The last' },
    may: 404,
  },
  retireConnection: {
    path: '/central/admin/connections/nobody/retire',
    body: { reason: 'Left' },
    may: 404,
  },
  connectionCalls: { path: '/central/admin/connections/nobody/calls', may: 404 },
  // Without a reason: the bootstrap token is wanted for the other cells.
  retireBootstrap: { body: {}, may: 400 },
  rotateAdminToken: { body: { days: 0 }, may: 400 },
};

type Contract = { readonly auth: 'none' | 'station' | 'admin'; readonly scope?: AdminScope | null };

function answered(caller: Caller, { auth, scope }: Contract, row: Row): number {
  if (auth === 'none') return row.may;
  if (auth === 'station') {
    if (caller === 'here') return row.may;
    if (caller === 'there') return row.there ?? row.may;
    return caller === 'stale' ? (row.stale ?? 401) : 401;
  }
  if (caller === 'nobody') return 401;
  const may = caller === 'bootstrap' || (isNamed(caller) && (scope === null || scope === caller));
  return may ? row.may : 403;
}

function isNamed(caller: Caller): caller is AdminScope {
  return AdminScope.safeParse(caller).success;
}

export function everyCell() {
  const callers: readonly Caller[] = [...others, ...AdminScope.options];
  const names = Object.keys(rows) as CentralRoute[];
  return names.flatMap((name) => {
    const { path, body } = rows[name];
    const contract: Contract & { readonly path: string } = centralApi[name];
    return callers.map((caller) => ({
      name,
      path: path ?? contract.path,
      body,
      caller,
      status: answered(caller, contract, rows[name]),
    }));
  });
}

/** A request of a route that changes nothing, and what a station of its site, or of another one, is answered. */
export function requestOf(name: CentralRoute) {
  const { path, body, may, there = may } = rows[name];
  const { method, path: usual } = centralApi[name];
  return { method, path: path ?? usual, body, may, there };
}
