/** Made of `/office/openapi.json` by `writeContract.ts`; `vitest run contract.test.ts --update` makes it anew. */
export type BankAccount = { holder: string; iban: string; bic?: string };
export type ShownAccount = { iban: string; changedAt: string; changedBy: string };
export type Batch = {
  rows: readonly {
    source: string;
    id: string;
    expectedVersion?: number;
    body?: unknown;
    withdraw?: { reason: string };
  }[];
  reason?: string;
  by?: string;
  test?: boolean;
  allOrNothing?: boolean;
};
export type BatchAnswer = {
  rows: readonly {
    source: string;
    id: string;
    outcome: 'created' | 'updated' | 'unchanged' | 'withdrawn' | 'refused';
    version?: number;
    errors?: readonly { field: string; code: string; says: string }[];
  }[];
  written: boolean;
};
export type History = {
  changes: readonly {
    version: number;
    outcome: 'created' | 'updated' | 'withdrawn';
    state: string;
    body: unknown;
    by: string;
    reason: string;
    at: string;
  }[];
};
export type KeptPicture = {
  sha256: string;
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  bytes: number;
};
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: readonly { field: string; code: string; says: string }[];
};
export type RecordAnswer = {
  source: string;
  id: string;
  ownId: string;
  version: number;
  state: 'current' | 'draft' | 'withdrawn';
  changedAt: string;
  changedBy: string;
  changedById: string | null;
  body: unknown;
};
export type RecordPage = {
  records: readonly {
    source: string;
    id: string;
    ownId: string;
    version: number;
    state: 'current' | 'draft' | 'withdrawn';
    changedAt: string;
    changedBy: string;
    changedById: string | null;
    body: unknown;
  }[];
  cursor: string | null;
};
export type WriteAnswer = {
  outcome: 'created' | 'updated' | 'unchanged' | 'withdrawn';
  version: number;
  ownId: string;
};
export type BodyOfSites = {
  name: string;
  city: string;
  country: string;
  timeZone: string;
  docks?: readonly string[];
  rma?: { pattern: string; check?: string; prefixes?: readonly string[] };
  languages?: readonly ('en' | 'de' | 'es' | 'zh')[];
  lockAfterMinutes?: { dock: number; bench: number; desk: number };
  closedFrom?: string;
};
export type BodyOfCalendars = {
  site: string | { source: string; id: string };
  country?: string;
  region?: string | null;
  weekendDays?: readonly number[];
  holidays?: readonly { date: string; name: string }[];
  closures?: readonly { date: string; name: string }[];
  extraWorkingDays?: readonly { date: string; name: string }[];
  fromYear?: number;
  untilYear?: number;
};
export type BodyOfPolicies = {
  title?: string;
  effectiveFrom: string;
  parameters?: {
    reviewWorkingDays: number;
    inspectionWorkingDays: number;
    targets: { verdictByDay: number; approvalByDay: number; redOnDay: number };
    misuseIndicatorsNeeded: number;
    evidence: readonly {
      reason:
        | (
            | 'defective'
            | 'poorWorkmanship'
            | 'notAsDescribed'
            | 'wrongGoods'
            | 'wrongQuantity'
            | 'packagingDefective'
            | 'labelProblem'
            | 'transportDamage'
            | 'clientOrderingError'
            | 'surplus'
          )
        | null;
      severity: ('critical' | 'major' | 'minor') | null;
      shots: readonly (
        | 'label'
        | 'packaging'
        | 'wholeItem'
        | 'defectCloseUp'
        | 'serialPlate'
        | 'door'
      )[];
    }[];
    clientEvidence: readonly ('photos' | 'description' | 'inspectionReport')[];
    readings: {
      lateRealDefect: 'ask' | 'accept';
      customisedOurError: 'ask' | 'accept';
      unknownLiability: 'ask';
      blindReturn: 'ask';
      evidenceAfterInspection?: 'note' | 'ask';
      mixedFreight?: 'ask' | 'oursIfAny' | 'proRata';
    };
    rounding: 'halfEven' | 'halfUp';
  };
  text?: {
    language: string;
    clauses: {
      'II-QUALITY': string;
      'II-ORDER': string;
      'II-TRANSPORT': string;
      'III-APPLY': string;
      'III-REVIEW': string;
      'III-SHIPCOST': string;
      'III-INSPECT': string;
      'III-REFUND': string;
      'IV-CUSTOM': string;
      'IV-PERIOD': string;
      'V-CSM': string;
      'V-IMPROVE': string;
    };
  };
};
export type BodyOfPeople = {
  name: string;
  badge: string;
  roles: readonly ('dock' | 'inspector' | 'supervisor')[];
  sites: readonly (string | { source: string; id: string })[];
};
export type BodyOfClients = {
  name: string;
  country: string;
  timeZone: string;
  language: string;
  serviceManager: { name: string; email: string };
  numbers?: readonly string[];
  address?: readonly string[];
  contacts?: readonly { name: string; email?: string; phone?: string }[];
  mergedInto?: string | { source: string; id: string };
};
export type BodyOfContracts = {
  client: string | { source: string; id: string };
  effectiveFrom: string;
  returnPeriod: {
    days: number;
    kind: 'workingDays' | 'calendarDays';
    receiptDayCounts?: boolean;
  } | null;
  objectionPeriod: {
    days: number;
    kind: 'workingDays' | 'calendarDays';
    receiptDayCounts?: boolean;
  } | null;
  inspection?: { receiptDayCounts: boolean; cutOff: string | null };
  refundMethod: 'bankTransfer' | 'letterOfCredit' | 'creditNote';
  currency: string;
  sampling?: {
    standard: 'ISO 2859-1';
    level: 'S-1' | 'S-2' | 'S-3' | 'S-4' | 'I' | 'II' | 'III';
    aqlMajor: number;
    aqlMinor: number;
  } | null;
  pausing?: readonly string[];
  periodCalendar?: string;
  secondApprovalAbove?: string | null;
};
export type BodyOfArticles = {
  number: string;
  name: string;
  names?: Readonly<Record<string, string>>;
  gtins?: readonly { gtin: string; quantity?: number }[];
  unit?: 'EA' | 'KG' | 'M' | 'L' | 'PR';
  productGroup?: string;
  parts?: readonly string[];
  characteristics?: readonly { what: string; unit?: string; least?: number; most?: number }[];
  serialControlled?: boolean;
  lotControlled?: boolean;
  picture?: string;
  hazard?: string | null;
  weightGrams?: number;
};
export type BodyOfCatalogue = {
  of:
    | 'material.crack'
    | 'material.corrosion'
    | 'material.discolouration'
    | 'material.wrongMaterial'
    | 'workmanship.weld'
    | 'workmanship.assembly'
    | 'workmanship.surface'
    | 'workmanship.dimension'
    | 'function.dead'
    | 'function.intermittent'
    | 'function.leak'
    | 'function.noise'
    | 'specification.wrongModel'
    | 'specification.wrongVariant'
    | 'specification.notToDrawing'
    | 'labelAndDocuments.label'
    | 'labelAndDocuments.documents'
    | 'quantity.short'
    | 'quantity.surplus'
    | 'quantity.partsMissing'
    | 'transport.opened'
    | 'transport.deformed'
    | 'transport.crushed'
    | 'transport.surface'
    | 'transport.pierced'
    | 'transport.wet'
    | 'transport.unitMissing'
    | 'liquidTrace'
    | 'impactMark'
    | 'overload'
    | 'wrongInstallation'
    | 'openedOrModified'
    | 'wrongEnvironment'
    | 'missingMaintenance'
    | 'defective'
    | 'poorWorkmanship'
    | 'notAsDescribed'
    | 'wrongGoods'
    | 'wrongQuantity'
    | 'packagingDefective'
    | 'labelProblem'
    | 'transportDamage'
    | 'clientOrderingError'
    | 'surplus'
    | 'restock'
    | 'rework'
    | 'scrap'
    | 'returnToVendor'
    | 'returnToClient'
    | 'quarantine'
    | 'keepWithAllowance';
  code?: string | null;
  names?: { en?: string; de?: string; es?: string; zh?: string };
  productGroups?: readonly string[];
  validFrom?: string | null;
  x12?: string;
};
export type BodyOfOrderLines = {
  client: string | { source: string; id: string };
  orderNumber: string;
  lineNumber: number;
  article: string | { source: string; id: string };
  shippedArticle?: string | { source: string; id: string };
  lot?: string | null;
  serials?: readonly string[];
  orderedQuantity: number;
  shippedQuantity: number;
  unit?: 'EA' | 'KG' | 'M' | 'L' | 'PR';
  currency: string;
  price: string;
  pricePer?: number;
  discountPercent?: string;
  net?: string;
  tax?: string;
  customised?: boolean;
  carrier?: { name: string; selectedBy: 'us' | 'client' | 'unknown' };
  deliveryNumber?: string;
  deliveredOn?: string | null;
  drawing?: string | null;
};
export type BodyOfReturns = {
  rma: string | null;
  site: string | { source: string; id: string };
  client: string | { source: string; id: string };
  contract?: string | { source: string; id: string };
  application?: {
    receivedAt: string;
    receivedOn?: string;
    description?: string;
    evidence?: readonly {
      photoId: string | null;
      sha256: string | null;
      kind: 'photo' | 'description' | 'inspectionReport';
      caption: string;
    }[];
  } | null;
  objectedOn?: string | null;
  objection?: 'notMade';
  review?: {
    outcome: 'authorised' | 'partlyAuthorised' | 'denied' | 'moreInformation';
    sentOn: string;
  } | null;
  lines: readonly {
    id?: string;
    orderLine: (string | { source: string; id: string }) | null;
    reason:
      | 'defective'
      | 'poorWorkmanship'
      | 'notAsDescribed'
      | 'wrongGoods'
      | 'wrongQuantity'
      | 'packagingDefective'
      | 'labelProblem'
      | 'transportDamage'
      | 'clientOrderingError'
      | 'surplus';
    requestedQuantity: number;
    approvedQuantity?: number | null;
    wanted?:
      | ('refund' | 'exchange' | 'compensation' | 'creditWithoutReturn' | 'returnToClient' | 'none')
      | null;
  }[];
  expectedOn?: string | null;
  trackingNumbers?: readonly string[];
  ssccs?: readonly string[];
  freight?: string | null;
};
