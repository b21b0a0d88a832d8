import { PolicyBody } from '../../../shared/office/bodies/terms.ts';
import { waitingDraft } from '../places/place.ts';
import type { OfficeRecordRead } from '../records/officeRecord.ts';

/** An edition of the policy as the office has it on record. */
export type Edition = {
  readonly record: OfficeRecordRead;
  readonly ref: string;
  readonly body: PolicyBody;
};

/** Those that can be read, the latest first. */
export function editionsOf(records: readonly OfficeRecordRead[]): readonly Edition[] {
  return records
    .flatMap((record) => {
      const body = PolicyBody.safeParse(record.body);
      const ref = `${record.source}:${encodeURIComponent(record.id)}`;
      return body.success ? [{ record, ref, body: body.data }] : [];
    })
    .toSorted((one, other) => other.body.effectiveFrom.localeCompare(one.body.effectiveFrom));
}

/** What an edition is held against first: the one in force on its day, before it came. */
export function baseOf(edition: Edition, editions: readonly Edition[]): Edition | null {
  const earlier = editions.find(
    ({ ref, record, body }) =>
      ref !== edition.ref &&
      record.state === 'current' &&
      body.effectiveFrom <= edition.body.effectiveFrom,
  );
  return earlier ?? null;
}

/** Which edition governs what is applied for on `day`; null: the first is still to come. */
export function inForceOn(editions: readonly Edition[], day: string): Edition | null {
  const current = editions.filter(({ record }) => record.state === 'current');
  return current.find(({ body }) => body.effectiveFrom <= day) ?? null;
}

/** The one an address names, or of the drafts the one that is to begin first. */
export function chosenOf(editions: readonly Edition[], ref: string | null): Edition | null {
  if (ref === waitingDraft)
    return editions.findLast(({ record }) => record.state === 'draft') ?? null;
  return editions.find((edition) => edition.ref === ref) ?? null;
}
