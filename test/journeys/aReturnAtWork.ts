/** One return worked on by people at stations, in the words of the warehouse. */

import { countUnits } from '../../renderer/actions/countUnits.ts';
import { type DecideVerdict, decideVerdict } from '../../renderer/actions/decideVerdict.ts';
import { finishInspection } from '../../renderer/actions/finishInspection.ts';
import { recordFinding } from '../../renderer/actions/recordFinding.ts';
import { takePhoto } from '../../renderer/actions/takePhoto.ts';
import type { ActionContext } from '../../renderer/recording/actionContext.ts';
import type {
  ArrivalFact,
  FindingFact,
  InspectionFinishedFact,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../../shared/facts/fact.ts';
import type { ArrivalId, CaseId, UnitGroupId, VerdictId } from '../../shared/ids.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { aDefect } from '../builders/cases/recordedFacts.ts';
import { receiveAsAnnounced } from '../builders/station/receiveAsAnnounced.ts';
import type { Station } from '../builders/station/station.ts';
import { tenPumps } from '../builders/station/tenPumps.ts';
import { aDecodableJpeg } from '../electron/photos/pictures.ts';

export async function receive(dock: ActionContext, of: CaseId): Promise<ArrivalFact> {
  return accepted(
    await receiveAsAnnounced(dock, { barcode: null, raw: null, caseId: of, dock: 'D1', note: '' }),
  );
}

export async function count(
  bench: ActionContext,
  arrival: { readonly caseId: CaseId | null; readonly arrivalId: ArrivalId },
  quantity = 10,
): Promise<UnitsCountedFact> {
  const { caseId, arrivalId } = arrival;
  if (caseId === null) throw new Error('a blind arrival cannot be counted');
  const counted = accepted(
    await countUnits(bench, {
      caseId,
      arrivalId,
      ...tenPumps,
      quantity,
    }),
  );
  return { ...counted, caseId };
}

/** A JPEG of about this many bytes, another one each time. */
export function aPicture(bytes = 600_000): Uint8Array<ArrayBuffer> {
  const picture = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536)
    crypto.getRandomValues(picture.subarray(at, Math.min(bytes, at + 65_536)));
  picture.set(aDecodableJpeg);
  return picture;
}

type Units = { readonly caseId: CaseId; readonly unitGroupId: UnitGroupId };

export async function photograph(
  bench: ActionContext,
  { caseId, unitGroupId }: Units,
  picture = aPicture(),
): Promise<PhotoTakenFact> {
  return accepted(
    await takePhoto(bench, {
      caseId,
      subject: { kind: 'unitGroup', unitGroupId },
      shot: 'defectCloseUp',
      bytes: picture,
      mediaType: 'image/jpeg',
      width: 1280,
      height: 720,
    }),
  );
}

export async function find(
  bench: ActionContext,
  { caseId, unitGroupId }: Units,
  overrides: Partial<Parameters<typeof recordFinding>[1]> = {},
): Promise<FindingFact> {
  return accepted(
    await recordFinding(bench, {
      caseId,
      unitGroupId,
      quantity: 10,
      observation: aDefect(),
      measurements: [],
      photoIds: [],
      note: '',
      ...overrides,
    }),
  );
}

export async function finish(bench: ActionContext, of: CaseId): Promise<InspectionFinishedFact> {
  const input = { caseId: of, inspection: 'first', startedAt: null, note: '' } as const;
  return accepted(await finishInspection(bench, input));
}

/** From the door to the proposed verdict, with a photo: Dora receives, Ivan inspects. */
export async function inspect(station: Station, of: CaseId) {
  const arrival = await receive(await station.signIn('DORA01'), of);
  const bench = await station.signIn('IVAN01');
  const units = await count(bench, arrival);
  const photo = await photograph(bench, units);
  const finding = await find(bench, units, { photoIds: [photo.photoId] });
  const inspection = await finish(bench, of);
  return { arrival, units, photo, finding, inspection };
}

export function refundAll(
  { caseId, unitGroupId }: Units,
  { verdictId }: { readonly verdictId: VerdictId },
): DecideVerdict {
  return {
    caseId,
    verdictId,
    decision: 'approve',
    choices: [{ unitGroupId, resolution: 'refund', disposition: 'scrap', overrideAmount: null }],
    answers: [],
    reason: '',
    pin: '123456',
  };
}

export async function approve(
  desk: ActionContext,
  { units, inspection }: { readonly units: Units; readonly inspection: { verdictId: VerdictId } },
): ReturnType<typeof decideVerdict> {
  return decideVerdict(desk, refundAll(units, inspection));
}
