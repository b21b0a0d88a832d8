import type { DesktopName } from './desktopApi.ts';

const names: Readonly<Record<DesktopName, true>> = {
  stationState: true,
  enrolStation: true,
  refreshPeople: true,
  demoCards: true,
  signIn: true,
  mustJoin: true,
  joinStation: true,
  stayAwake: true,
  signOut: true,
  signedIn: true,
  sealCommand: true,
  provePin: true,
  readJournal: true,
  returnCommands: true,
  settleCommands: true,
  keepPhoto: true,
  readPhoto: true,
  keptPhotos: true,
  letPhotoGo: true,
  keepHeldDecision: true,
  letHeldDecisionGo: true,
  heldDecisions: true,
  wipeStation: true,
  reportUnsent: true,
  exportUnsent: true,
  chooseRescueFile: true,
  importRescue: true,
  stopRescue: true,
  rescueStatus: true,
  printDocument: true,
  keepPrinted: true,
  dropPrinted: true,
};

/** The names of the IPC contract alone: the preload must not carry its schemas. */
export const desktopNames: readonly string[] = Object.keys(names);

/** Why the main process did not do what the page asked. Ordinary refusals are values, not this. */
export type DesktopFailure =
  | 'unknownName'
  | 'notOurPage'
  | 'badInput'
  | 'tooLarge'
  | 'tooMany'
  | 'badOutput'
  | 'failed';

/** What travels back over the channel. */
export type DesktopAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: DesktopFailure };
