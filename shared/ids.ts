import { z } from 'zod';

/** Ids are UUIDv7 made on the station, or stable keys given by central for documents. */
const key = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9._:-]+$/);

export const FactId = key.brand<'FactId'>();
export const CaseId = key.brand<'CaseId'>();
export const ArrivalId = key.brand<'ArrivalId'>();
export const HandlingUnitId = key.brand<'HandlingUnitId'>();
export const UnitGroupId = key.brand<'UnitGroupId'>();
export const FindingId = key.brand<'FindingId'>();
export const PhotoId = key.brand<'PhotoId'>();
export const InspectionId = key.brand<'InspectionId'>();
export const VerdictId = key.brand<'VerdictId'>();
export const RefundId = key.brand<'RefundId'>();
export const PersonId = key.brand<'PersonId'>();
export const SiteId = key.brand<'SiteId'>();
export const StationId = key.brand<'StationId'>();
export const ClientId = key.brand<'ClientId'>();
export const ContractId = key.brand<'ContractId'>();
export const OrderLineId = key.brand<'OrderLineId'>();
export const ReturnLineId = key.brand<'ReturnLineId'>();
export const PolicyVersionId = key.brand<'PolicyVersionId'>();
export const PrecedentId = key.brand<'PrecedentId'>();
export const CatalogueEntryId = key.brand<'CatalogueEntryId'>();

export type FactId = z.infer<typeof FactId>;
export type CaseId = z.infer<typeof CaseId>;
export type ArrivalId = z.infer<typeof ArrivalId>;
export type HandlingUnitId = z.infer<typeof HandlingUnitId>;
export type UnitGroupId = z.infer<typeof UnitGroupId>;
export type FindingId = z.infer<typeof FindingId>;
export type PhotoId = z.infer<typeof PhotoId>;
export type InspectionId = z.infer<typeof InspectionId>;
export type VerdictId = z.infer<typeof VerdictId>;
export type RefundId = z.infer<typeof RefundId>;
export type PersonId = z.infer<typeof PersonId>;
export type SiteId = z.infer<typeof SiteId>;
export type StationId = z.infer<typeof StationId>;
export type ClientId = z.infer<typeof ClientId>;
export type ContractId = z.infer<typeof ContractId>;
export type OrderLineId = z.infer<typeof OrderLineId>;
export type ReturnLineId = z.infer<typeof ReturnLineId>;
export type PolicyVersionId = z.infer<typeof PolicyVersionId>;
export type PrecedentId = z.infer<typeof PrecedentId>;
export type CatalogueEntryId = z.infer<typeof CatalogueEntryId>;
