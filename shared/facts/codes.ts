import { z } from 'zod';

/** Why the client says the goods come back. Our wording for it is in `wording`. */
export const ClaimReason = z.enum([
  'defective',
  'poorWorkmanship',
  'notAsDescribed',
  'wrongGoods',
  'wrongQuantity',
  'packagingDefective',
  'labelProblem',
  'transportDamage',
  'clientOrderingError',
  'surplus',
]);
export type ClaimReason = z.infer<typeof ClaimReason>;

export const Severity = z.enum(['critical', 'major', 'minor']);
export type Severity = z.infer<typeof Severity>;

/** What caused what was found; a separate fact from what the client claimed. */
export const Cause = z.enum([
  'manufacturing',
  'orderError',
  'outboundTransport',
  'returnTransport',
  'misuse',
  'wear',
  'unknown',
]);
export type Cause = z.infer<typeof Cause>;

/** Independent signs of improper use; II-QUALITY is left only with two of them and photos. */
export const MisuseIndicator = z.enum([
  'liquidTrace',
  'impactMark',
  'overload',
  'wrongInstallation',
  'openedOrModified',
  'wrongEnvironment',
  'missingMaintenance',
]);
export type MisuseIndicator = z.infer<typeof MisuseIndicator>;

export const defectGroups = [
  'material',
  'workmanship',
  'function',
  'specification',
  'labelAndDocuments',
  'quantity',
  'transport',
] as const;
export type DefectGroup = (typeof defectGroups)[number];

/** Defect codes, "group.detail"; sentences for them live in `wording`. */
export const defectCodes = [
  'material.crack',
  'material.corrosion',
  'material.discolouration',
  'material.wrongMaterial',
  'workmanship.weld',
  'workmanship.assembly',
  'workmanship.surface',
  'workmanship.dimension',
  'function.dead',
  'function.intermittent',
  'function.leak',
  'function.noise',
  'specification.wrongModel',
  'specification.wrongVariant',
  'specification.notToDrawing',
  'labelAndDocuments.label',
  'labelAndDocuments.documents',
  'quantity.short',
  'quantity.surplus',
  'quantity.partsMissing',
  'transport.opened',
  'transport.deformed',
  'transport.crushed',
  'transport.surface',
  'transport.pierced',
  'transport.wet',
  'transport.unitMissing',
] as const;
export const DefectCode = z.enum(defectCodes);
export type DefectCode = z.infer<typeof DefectCode>;

export function groupOfDefect(code: DefectCode): DefectGroup {
  const group = defectGroups.find((g) => code.startsWith(`${g}.`));
  if (!group) throw new Error(`Defect code without a group: ${code}`);
  return group;
}

export const ShotType = z.enum([
  'label',
  'packaging',
  'wholeItem',
  'defectCloseUp',
  'serialPlate',
  'door',
]);
export type ShotType = z.infer<typeof ShotType>;

/** What a camera's picture may suffer from, as the station worked it out when it was taken. */
export const PhotoHint = z.enum(['blurred', 'glare', 'dark']);
export type PhotoHint = z.infer<typeof PhotoHint>;

export const Liability = z.enum([
  'us',
  'client',
  'ourCarrier',
  'clientCarrier',
  'shared',
  'undetermined',
]);
export type Liability = z.infer<typeof Liability>;

export const ResolutionKind = z.enum([
  'refund',
  'exchange',
  'compensation',
  'creditWithoutReturn',
  'returnToClient',
  'none',
]);
export type ResolutionKind = z.infer<typeof ResolutionKind>;

/** X12 1292. */
export const Disposition = z.enum([
  'restock',
  'rework',
  'scrap',
  'returnToVendor',
  'returnToClient',
  'quarantine',
  'keepWithAllowance',
]);
export type Disposition = z.infer<typeof Disposition>;

/** Why a claim was not upheld, X12 1294. */
export const negativeOutcomes = {
  notUsedAsIntended: 'EW',
  freightDamage: 'FR',
  notDefective: 'IN',
  asOrdered: 'IO',
  quantityDifference: 'QD',
  noRecordOfSale: 'NR',
  timeLimitExceeded: 'RT',
  notIdentifiable: 'UI',
  moreInformation: 'MI',
} as const;
export type NegativeOutcome = keyof typeof negativeOutcomes;

export const Role = z.enum(['dock', 'inspector', 'supervisor']);
export type Role = z.infer<typeof Role>;

export const RefundMethod = z.enum(['bankTransfer', 'letterOfCredit', 'creditNote']);
export type RefundMethod = z.infer<typeof RefundMethod>;

/** Why goods wait. Only `hazard` is about safety: it is released by a supervisor alone. */
export const HoldReason = z.enum([
  'hazard',
  'awaitingClient',
  'awaitingCarrier',
  'customs',
  'quality',
  'papers',
  'cancelled',
  'other',
]);
export type HoldReason = z.infer<typeof HoldReason>;

/** Why a hold ends. */
export const ReleaseReason = z.enum(['madeSafe', 'answered', 'cleared', 'notNeeded', 'other']);
export type ReleaseReason = z.infer<typeof ReleaseReason>;

/** The sheets a station prints on. */
export const Paper = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof Paper>;

/** Whom a report is for: `client` names nobody and says nothing that is among ourselves. */
export const ReportVersion = z.enum(['client', 'internal']);
export type ReportVersion = z.infer<typeof ReportVersion>;
