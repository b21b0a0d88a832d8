/** What can be scanned and opened in a seeded central, beside its data. */
import { z } from 'zod';
import type { DemoPerson } from '../../../../central/demo/company/demoPeople.ts';
import type { Told } from './tellReturns.ts';

const Parcel = z.object({
  caseId: z.string(),
  rma: z.string(),
  tracking: z.string(),
  gtin: z.string(),
  lot: z.string().nullable(),
  pieces: z.number(),
  /** One line of whole pieces without a number of their own: scanning its article counts one. */
  isCountedByScan: z.boolean(),
});
export type Parcel = z.infer<typeof Parcel>;

export const Manifest = z.object({
  expected: z.array(Parcel),
  bench: z.array(Parcel),
  desk: z.array(Parcel),
  /** A demo worker's key, for commands of a station that is not opened. */
  otherStation: z.object({ personId: z.string(), signer: z.string() }),
  people: z.record(z.string(), z.object({ name: z.string(), badge: z.string(), pin: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

export function manifestOf(
  told: readonly Told[],
  people: readonly DemoPerson[],
): Omit<Manifest, 'otherStation'> {
  const at = (place: Told['place']) =>
    told.filter((one) => one.place === place).flatMap((one) => parcelOf(one) ?? []);
  return {
    expected: at('expected'),
    bench: at('bench'),
    desk: at('desk'),
    people: Object.fromEntries(
      people.map(({ person: { id, name, badge }, pin }) => [id, { name, badge, pin }]),
    ),
  };
}

function parcelOf({ returnCase, orderLines }: Told): Parcel | null {
  const [line, other] = returnCase?.lines ?? [];
  const order = orderLines.find(({ id }) => id === line?.orderLineId);
  const [tracking] = returnCase?.trackingNumbers ?? [];
  if (!returnCase?.rma || !line || !order?.article.gtin || tracking === undefined) return null;
  return {
    caseId: returnCase.id,
    rma: returnCase.rma,
    tracking,
    gtin: order.article.gtin,
    lot: order.lot,
    pieces: line.approvedQuantity ?? line.requestedQuantity,
    isCountedByScan: other === undefined && order.unit === 'EA' && order.serials.length === 0,
  };
}
