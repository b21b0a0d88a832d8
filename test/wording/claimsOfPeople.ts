import type { Claim } from './claim.ts';

/** What central's page says of people and of stations. */
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
];
