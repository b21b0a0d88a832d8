/**
 * What defects, signs of improper use, reasons and dispositions are called, and by which code of the
 * company. The policy decides on our code alone (`of`): an entry names it, or says it more exactly.
 */
import { z } from 'zod';
import { CatalogueEntryId } from '../ids.ts';
import {
  ClaimReason,
  type DefectCode,
  type DefectGroup,
  Disposition,
  defectCodes,
  groupOfDefect,
  MisuseIndicator,
} from './codes.ts';
import { LocalDate } from './time.ts';

/** Every code of ours that an entry may stand for. No two sorts share one. */
export const CatalogueCode = z.enum([
  ...defectCodes,
  ...MisuseIndicator.options,
  ...ClaimReason.options,
  ...Disposition.options,
]);
export type CatalogueCode = z.infer<typeof CatalogueCode>;

export const CatalogueSort = z.enum(['defect', 'misuseSign', 'reason', 'disposition']);
export type CatalogueSort = z.infer<typeof CatalogueSort>;

export function sortOfCode(code: CatalogueCode): CatalogueSort {
  if (isDefect(code)) return 'defect';
  if (MisuseIndicator.safeParse(code).success) return 'misuseSign';
  return ClaimReason.safeParse(code).success ? 'reason' : 'disposition';
}

function isDefect(code: string): code is DefectCode {
  return defectCodes.some((one) => one === code);
}

/** A code of ASC X12: 1292 (disposition), 1293 (reason of a return) or 1294 (answer to it). */
export const X12Code = z.string().regex(/^129[234]:[A-Z]{2}$/, 'like 1293:PW');

/** What the product speaks. */
export const SpokenLanguage = z.enum(['en', 'de', 'es', 'zh']);
/** What a site's stations offer; where another was chosen they speak the first. Absent: all. */
export const SiteLanguages = z.array(SpokenLanguage).min(1).max(4);

const name = z.string().trim().min(1).max(120);
/** In the languages a station speaks. */
export const CatalogueNames = z.strictObject({
  en: name.optional(),
  de: name.optional(),
  es: name.optional(),
  zh: name.optional(),
});
export type CatalogueNames = z.infer<typeof CatalogueNames>;

/**
 * One entry as the company says it. One whose id is a code of ours is about that code itself; any
 * other stands below it. Nothing is ever taken away: what was recorded with it keeps its name.
 */
export const CatalogueEntry = z.strictObject({
  id: CatalogueEntryId,
  of: CatalogueCode,
  /** The company's own code. */
  code: z.string().max(40).nullable(),
  names: CatalogueNames,
  /** Of which articles; empty: of all. */
  productGroups: z.array(z.string().max(60)),
  /** null: always. */
  validFrom: LocalDate.nullable(),
  /** Absent: nobody said it. */
  x12: X12Code.optional(),
  withdrawn: z.strictObject({ on: LocalDate, reason: z.string().max(500) }).nullable(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** The entry we ship for a code of ours, as long as the company says nothing else of it. */
export function shippedEntry(of: CatalogueCode): CatalogueEntry {
  return {
    id: CatalogueEntryId.parse(of),
    of,
    code: null,
    names: {},
    productGroups: [],
    validFrom: null,
    withdrawn: null,
  };
}

export type DefectOffered = {
  readonly group: DefectGroup;
  /** What the policy decides on. */
  readonly code: DefectCode;
  readonly entry: CatalogueEntry;
};

/**
 * The defects in force on the site-local day `on` for an article of `productGroup` (null: of none):
 * ours, each followed by what the company says more exactly.
 */
export function defectsInForce(
  entries: readonly CatalogueEntry[],
  { on, productGroup }: { readonly on: LocalDate; readonly productGroup: string | null },
): readonly DefectOffered[] {
  const said = new Map<string, CatalogueEntry>(entries.map((entry) => [entry.id, entry]));
  const isOffered = ({ withdrawn, validFrom, productGroups }: CatalogueEntry) =>
    (withdrawn === null || withdrawn.on > on) &&
    (validFrom === null || validFrom <= on) &&
    (productGroups.length === 0 || (productGroup !== null && productGroups.includes(productGroup)));
  return defectCodes.flatMap((code) =>
    [
      said.get(code) ?? shippedEntry(code),
      ...entries.filter(({ id, of }) => of === code && id !== of).toSorted(byCode),
    ]
      .filter(isOffered)
      .map((entry) => ({ group: groupOfDefect(code), code, entry })),
  );
}

function byCode(one: CatalogueEntry, other: CatalogueEntry): number {
  const [a, b] = [one.code ?? one.id, other.code ?? other.id];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What an entry is in X12: as the company says, else as our code. */
export function x12Of({
  of,
  x12,
}: {
  readonly of: CatalogueCode;
  readonly x12?: string | undefined;
}): string {
  return x12 ?? shippedX12[of];
}

/** ASC X12 004010, segment RDR. */
const shippedX12: Readonly<Record<CatalogueCode, string>> = {
  'material.crack': '1293:DM',
  'material.corrosion': '1293:DM',
  'material.discolouration': '1293:CV',
  'material.wrongMaterial': '1293:NA',
  'workmanship.weld': '1293:PW',
  'workmanship.assembly': '1293:PW',
  'workmanship.surface': '1293:PW',
  'workmanship.dimension': '1293:PW',
  'function.dead': '1293:DM',
  'function.intermittent': '1293:DM',
  'function.leak': '1293:DM',
  'function.noise': '1293:DM',
  'specification.wrongModel': '1293:WG',
  'specification.wrongVariant': '1293:WG',
  'specification.notToDrawing': '1293:NA',
  'labelAndDocuments.label': '1293:LP',
  'labelAndDocuments.documents': '1293:LP',
  'quantity.short': '1294:QD',
  'quantity.surplus': '1293:EI',
  'quantity.partsMissing': '1294:QD',
  'transport.opened': '1293:DT',
  'transport.deformed': '1293:DT',
  'transport.crushed': '1293:DT',
  'transport.surface': '1293:DT',
  'transport.pierced': '1293:DT',
  'transport.wet': '1293:DT',
  'transport.unitMissing': '1294:QD',
  liquidTrace: '1294:EW',
  impactMark: '1294:EW',
  overload: '1294:EW',
  wrongInstallation: '1294:EW',
  openedOrModified: '1294:EW',
  wrongEnvironment: '1294:EW',
  missingMaintenance: '1294:EW',
  defective: '1293:DM',
  poorWorkmanship: '1293:PW',
  notAsDescribed: '1293:NA',
  wrongGoods: '1293:WG',
  wrongQuantity: '1294:QD',
  packagingDefective: '1293:DP',
  labelProblem: '1293:LP',
  transportDamage: '1293:DT',
  clientOrderingError: '1293:CO',
  surplus: '1293:EI',
  restock: '1292:RA',
  rework: '1292:RF',
  scrap: '1292:DI',
  returnToVendor: '1292:CR',
  returnToClient: '1292:RD',
  quarantine: '1292:RP',
  keepWithAllowance: '1292:KA',
};
