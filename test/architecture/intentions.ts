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
  /** Folders below renderer/screens, `app` or `workflow`: who takes it, itself or by way of another action. */
  readonly screens: readonly string[];
};

export const intentions: readonly Intention[] = [
  { action: 'receiveParcel', writes: 'arrival', screens: ['dock'] },
  { action: 'checkDoor', writes: 'doorChecked', screens: ['parcel'] },
  { action: 'nameHandlingUnit', writes: 'handlingUnit', screens: ['dock'] },
  { action: 'linkArrival', writes: 'arrivalLinked', screens: ['blind', 'dock'] },
  { action: 'relinkArrival', writes: null, screens: ['blind', 'dock'] },
  { action: 'openCase', writes: 'caseOpened', screens: ['blind', 'dock'] },
  { action: 'countUnits', writes: 'unitsCounted', screens: ['bench', 'parcel', 'workflow'] },
  { action: 'noteMissing', file: 'finishParcel', writes: 'missingNoted', screens: ['dock'] },
  { action: 'finishParcel', writes: 'parcelDone', screens: ['dock'] },
  { action: 'takePhoto', writes: 'photoTaken', screens: ['camera'] },
  { action: 'recordFinding', writes: 'finding', screens: ['bench'] },
  { action: 'chooseInspection', writes: 'inspectionChosen', screens: ['desk'] },
  {
    action: 'startInspection',
    writes: 'inspectionStarted',
    screens: ['inspections'],
  },
  { action: 'attachPhoto', writes: 'photoAttached', screens: ['bench', 'photos'] },
  {
    action: 'annotatePhoto',
    file: 'attachPhoto',
    writes: 'photoAnnotated',
    screens: ['photos'],
  },
  { action: 'finishInspection', writes: 'inspectionFinished', screens: ['bench'] },
  { action: 'decideVerdict', writes: 'verdictDecided', screens: ['app', 'workflow', 'desk'] },
  {
    action: 'sealHeldDecision',
    file: 'heldDecisions',
    writes: null,
    screens: ['app', 'workflow', 'desk'],
  },
  {
    action: 'letHeldDecisionGo',
    file: 'heldDecisions',
    writes: null,
    screens: ['app', 'workflow', 'desk'],
  },
  { action: 'holdCase', writes: 'held', screens: ['bench', 'blind', 'dock', 'holds', 'parcel'] },
  { action: 'takeCase', writes: 'caseTaken', screens: ['bench'] },
  { action: 'handOverCase', writes: 'caseHandedOver', screens: ['handOver'] },
  {
    action: 'handOverCases',
    file: 'handOverCase',
    writes: 'caseHandedOver',
    screens: ['handOver'],
  },
  { action: 'releaseCase', writes: 'released', screens: ['holds'] },
  { action: 'correctFact', writes: 'correction', screens: ['bench', 'blind', 'dock', 'workflow'] },
  {
    action: 'correctFacts',
    file: 'correctFact',
    writes: 'correction',
    screens: ['bench', 'parcel'],
  },
  { action: 'saveDraft', writes: null, screens: ['bench'] },
  {
    action: 'keepBegunDecisions',
    file: 'heldDecisions',
    writes: null,
    screens: ['desk'],
  },
  { action: 'makeReport', file: 'printing/makeReport', writes: 'reportMade', screens: ['report'] },
  { action: 'printSheet', file: 'printing/printSheet', writes: null, screens: ['printing'] },
  { action: 'acceptAnyway', writes: 'acceptedAnyway', screens: ['station'] },
  { action: 'acknowledgeRefusal', writes: null, screens: ['app'] },
];

/** Kinds of fact nobody can write yet, and actions no screen calls yet. Entries shrink and go. */
export const gaps: Readonly<Record<string, string>> = {};

/** What screens take from renderer/actions that is nobody's intention. */
export const notIntentions: readonly string[] = [
  'adoptStation',
  'createDecisionInHand',
  'everythingDone',
  'isForeignLot',
  'isUnderWay',
  'newId',
  'refreshBehind',
  'startStation',
  'tellLoss',
  'underWay',
  'recordedFirst',
  'setDraftAside',
  'doorIn',
  'begunInHandOf',
  'storedByNow',
];

/** Words a fact may carry that no screen offers yet: "kind.field word". Entries shrink and go. */
export const gapsInChoices: Readonly<Record<string, string>> = {};

/** Words no person chooses: a device does, or an older build did. */
export const notChosen: readonly string[] = [
  'photoTaken.mediaType image/png',
  'photoTaken.mediaType image/webp',
  'photoTaken.hints blurred',
  'photoTaken.hints glare',
];
