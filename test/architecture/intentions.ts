/**
 * What people can do here: every intention with the kind of fact it writes and the screens that
 * call it. `intentions.test.ts` holds it against the sources, in both directions.
 */
export type Intention = {
  /** The function below renderer/actions. */
  readonly action: string;
  /** Its file, where that is not named after it. */
  readonly file?: string;
  /** null: nothing for central; it stays on this station. */
  readonly writes: string | null;
  /** Folders below renderer/screens, or `app`: who takes it, itself or by way of another action. */
  readonly screens: readonly string[];
};

export const intentions: readonly Intention[] = [
  { action: 'receiveParcel', writes: 'arrival', screens: ['dock'] },
  { action: 'checkDoor', writes: 'doorChecked', screens: ['dock'] },
  { action: 'linkArrival', writes: 'arrivalLinked', screens: ['dock'] },
  { action: 'openCase', writes: 'caseOpened', screens: [] },
  { action: 'countUnits', writes: 'unitsCounted', screens: ['bench', 'dock'] },
  { action: 'takePhoto', writes: 'photoTaken', screens: ['bench', 'dock'] },
  { action: 'recordFinding', writes: 'finding', screens: ['bench'] },
  { action: 'finishInspection', writes: 'inspectionFinished', screens: ['bench'] },
  { action: 'decideVerdict', writes: 'verdictDecided', screens: ['app', 'atWork', 'desk'] },
  {
    action: 'sealHeldDecision',
    file: 'heldDecisions',
    writes: null,
    screens: ['app', 'atWork', 'desk'],
  },
  {
    action: 'letHeldDecisionGo',
    file: 'heldDecisions',
    writes: null,
    screens: ['app', 'atWork', 'desk'],
  },
  { action: 'holdCase', writes: 'held', screens: ['dock'] },
  { action: 'releaseCase', writes: 'released', screens: [] },
  { action: 'correctFact', writes: 'correction', screens: ['bench', 'dock'] },
  { action: 'saveDraft', writes: null, screens: ['bench'] },
  { action: 'acknowledgeRefusal', writes: null, screens: ['app'] },
];

/** Kinds of fact nobody can write yet, and actions no screen calls yet. Entries shrink and go. */
export const gaps: Readonly<Record<string, string>> = {
  openCase: 'issue 8, line 1: a blind parcel is opened as a case',
  releaseCase: 'issue 8, line 2: a hold can be released',
  missingNoted: 'issue 8, line 5: Missing records something',
  parcelDone: 'issue 8, line 11: DONE compares, and is a fact',
  handlingUnit: 'issue 8, line 13: a pallet and what lies on it',
};

/** What screens take from renderer/actions that is nobody's intention. */
export const notIntentions: readonly string[] = [
  'adoptStation',
  'createDecisionInHand',
  'everythingDone',
  'isUnderWay',
  'newId',
  'startStation',
  'tellLoss',
  'underWay',
];
