/** Another station of the site, at central's door: its parcels reach the measured one as changes. */
import { createPrivateKey } from 'node:crypto';
import { v7 } from 'uuid';
import { mainSiteId } from '../../../central/demo/company/sites.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { arrivalId, caseId, factId, personId } from '../../builders/cases/ids.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { callCentral, connectStation } from '../../central/aStation.ts';
import type { Manifest, Parcel } from './seed/manifest.ts';

const together = 50;

/** Receives these parcels, whole pages of commands at a time. */
export async function receiveElsewhere(
  url: string,
  { otherStation }: Manifest,
  parcels: readonly Parcel[],
): Promise<void> {
  const issued = centralApi.enrolmentCode.response.parse(
    (
      await callCentral(url, adminToken(), 'POST', '/central/admin/enrolment-codes', {
        siteId: mainSiteId,
      })
    ).body,
  );
  const enrolled = centralApi.enrol.response.parse(
    (
      await callCentral(url, null, 'POST', '/central/enrol', {
        code: issued.code,
        stationName: 'Dock 7',
      })
    ).body,
  );
  const keys = new Map([[otherStation.personId, createPrivateKey(otherStation.signer)]]);
  const station = connectStation(url, enrolled.stationId, enrolled.token, keys);
  for (let from = 0; from < parcels.length; from += together) {
    const { results } = await station.record(
      ...parcels.slice(from, from + together).map((parcel) => arrivalOf(parcel, otherStation)),
    );
    const other = results.find(({ kind }) => kind !== 'applied');
    if (other) throw new Error(`not applied: ${JSON.stringify(other)}`);
  }
}

/** Central is started with it, so that it is known here. */
export function adminToken(): string {
  return (process.env['QUAYSIDE_ADMIN_TOKEN'] ??= `bench-${v7()}`);
}

function arrivalOf(parcel: Parcel, by: Manifest['otherStation']) {
  const utc = new Date().toISOString();
  const zone = 'America/New_York';
  return anArrival({
    id: factId(v7()),
    arrivalId: arrivalId(v7()),
    siteId: mainSiteId,
    personId: personId(by.personId),
    caseId: caseId(parcel.caseId),
    trackingNumber: parcel.tracking,
    at: {
      utc,
      zone,
      localDate: localDateOf(utc, zone),
      monotonicMs: Math.round(performance.now()),
      bootId: 'dock-7',
      offsetMs: 0,
    },
  });
}
