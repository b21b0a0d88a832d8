/** Short names as branded ids, so that a test can say `caseId('c1')`. */
import {
  ArrivalId,
  CaseId,
  ClientId,
  ContractId,
  FactId,
  FindingId,
  InspectionId,
  OrderLineId,
  PersonId,
  PhotoId,
  PolicyVersionId,
  PrecedentId,
  ReturnLineId,
  SiteId,
  StationId,
  UnitGroupId,
  VerdictId,
} from '../../../shared/ids.ts';

export const arrivalId = (name: string) => ArrivalId.parse(name);
export const caseId = (name: string) => CaseId.parse(name);
export const clientId = (name: string) => ClientId.parse(name);
export const contractId = (name: string) => ContractId.parse(name);
export const factId = (name: string) => FactId.parse(name);
export const findingId = (name: string) => FindingId.parse(name);
export const inspectionId = (name: string) => InspectionId.parse(name);
export const orderLineId = (name: string) => OrderLineId.parse(name);
export const personId = (name: string) => PersonId.parse(name);
export const photoId = (name: string) => PhotoId.parse(name);
export const policyVersionId = (name: string) => PolicyVersionId.parse(name);
export const precedentId = (name: string) => PrecedentId.parse(name);
export const returnLineId = (name: string) => ReturnLineId.parse(name);
export const siteId = (name: string) => SiteId.parse(name);
export const stationId = (name: string) => StationId.parse(name);
export const unitGroupId = (name: string) => UnitGroupId.parse(name);
export const verdictId = (name: string) => VerdictId.parse(name);
