import type { Claim } from './claim.ts';

/** What central's page says of people, stations and connections. */
export const claimsOfPeople: readonly Claim[] = [
  {
    act: 'ten wrong PINs lock somebody out, until an administrator forgives them',
    by: ['central/people/pinTryRows.ts#countTries', 'central/people/pinTryRows.ts#unlockPerson'],
    says: ['people.locked'],
  },
  {
    act: 'a leaver’s keys end, and what they recorded before counts as far as it may',
    by: [
      'central/office/peopleDoor.ts#dismissPerson',
      'central/people/keyPeriodRows.ts#personLeaves',
      'central/commands/mayCountStill.ts#mayCountStill',
    ],
    says: ['people.leave.lead'],
  },
  {
    act: 'one key of a person ends, and what is signed with it later is refused',
    by: [
      'central/people/keyPeriodRows.ts#revokeKey',
      'central/commands/mayCountStill.ts#mayCountStill',
    ],
    says: ['people.keys.replaced', 'people.keys.revoke.lead'],
  },
  {
    act: 'a revoked station is refused, hands in what it recorded before, and wipes itself',
    by: [
      'central/people/stationRows.ts#revokeStation',
      'electron/main/revoked/revocation.ts#openRevocation',
    ],
    says: ['stations.revoke.wipe', 'stations.revoke.forGood'],
  },
  {
    act: 'a station that comes with a code has a fingerprint, the same at both ends',
    by: ['central/people/stationRows.ts#enrolStation'],
    says: ['stations.compare.waits'],
  },
  {
    act: 'of a key only the hash is kept, and a connection that was retired is not named again',
    by: [
      'central/people/connectionRows.ts#makeConnection',
      'central/people/connectionRows.ts#retireConnection',
    ],
    says: ['connections.shown.next', 'connections.retire.lead'],
  },
  {
    act: 'a payment system is told of each refund by a signed webhook',
    by: ['central/refunds/webhookPort.ts#webhookPort'],
    says: ['connections.payments.webhook'],
  },
];

/** States and buttons, and what a person is to do. */
export const noClaimsOfPeople: readonly string[] = [
  'people.shown.locked',
  'people.is.locked',
  'people.back',
  'people.back.title',
  'print.what',
  'stations.shown.revoked',
  'stations.is.revoked',
  'stations.enrolledAt',
  'stations.revoked',
  'connections.none.next',
  'connections.name.help',
  'connections.calls.what',
  'connections.payments.accepted',
];
