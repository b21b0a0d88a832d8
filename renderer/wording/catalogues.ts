import { bench as benchDe } from './de/bench.ts';
import { casePage as casePageDe } from './de/casePage.ts';
import { codes as codesDe } from './de/codes.ts';
import { desk as deskDe } from './de/desk.ts';
import { dock as dockDe } from './de/dock.ts';
import { everywhere as everywhereDe } from './de/everywhere.ts';
import { find as findDe } from './de/find.ts';
import { floor as floorDe } from './de/floor.ts';
import { policy as policyDe } from './de/policy.ts';
import { queue as queueDe } from './de/queue.ts';
import { refusals as refusalsDe } from './de/refusals.ts';
import { report as reportDe } from './de/report.ts';
import { rescue as rescueDe } from './de/rescue.ts';
import { station as stationDe } from './de/station.ts';
import { why as whyDe } from './de/why.ts';
import { workList as workListDe } from './de/workList.ts';
import { bench } from './en/bench.ts';
import { casePage } from './en/casePage.ts';
import { codes } from './en/codes.ts';
import { desk } from './en/desk.ts';
import { dock } from './en/dock.ts';
import { everywhere } from './en/everywhere.ts';
import { find } from './en/find.ts';
import { floor } from './en/floor.ts';
import { policy } from './en/policy.ts';
import { queue } from './en/queue.ts';
import { refusals } from './en/refusals.ts';
import { report } from './en/report.ts';
import { rescue } from './en/rescue.ts';
import { station } from './en/station.ts';
import { why } from './en/why.ts';
import { workList } from './en/workList.ts';
import { bench as benchEs } from './es/bench.ts';
import { casePage as casePageEs } from './es/casePage.ts';
import { codes as codesEs } from './es/codes.ts';
import { desk as deskEs } from './es/desk.ts';
import { dock as dockEs } from './es/dock.ts';
import { everywhere as everywhereEs } from './es/everywhere.ts';
import { find as findEs } from './es/find.ts';
import { floor as floorEs } from './es/floor.ts';
import { policy as policyEs } from './es/policy.ts';
import { queue as queueEs } from './es/queue.ts';
import { refusals as refusalsEs } from './es/refusals.ts';
import { report as reportEs } from './es/report.ts';
import { rescue as rescueEs } from './es/rescue.ts';
import { station as stationEs } from './es/station.ts';
import { why as whyEs } from './es/why.ts';
import { workList as workListEs } from './es/workList.ts';
import type { Language } from './languages.ts';
import { bench as benchZh } from './zh/bench.ts';
import { casePage as casePageZh } from './zh/casePage.ts';
import { codes as codesZh } from './zh/codes.ts';
import { desk as deskZh } from './zh/desk.ts';
import { dock as dockZh } from './zh/dock.ts';
import { everywhere as everywhereZh } from './zh/everywhere.ts';
import { find as findZh } from './zh/find.ts';
import { floor as floorZh } from './zh/floor.ts';
import { policy as policyZh } from './zh/policy.ts';
import { queue as queueZh } from './zh/queue.ts';
import { refusals as refusalsZh } from './zh/refusals.ts';
import { report as reportZh } from './zh/report.ts';
import { rescue as rescueZh } from './zh/rescue.ts';
import { station as stationZh } from './zh/station.ts';
import { why as whyZh } from './zh/why.ts';
import { workList as workListZh } from './zh/workList.ts';

export const english = {
  ...everywhere,
  ...dock,
  ...floor,
  ...bench,
  ...casePage,
  ...desk,
  ...policy,
  ...queue,
  ...station,
  ...find,
  ...rescue,
  ...codes,
  ...report,
  ...refusals,
  ...why,
  ...workList,
};

/** Every sentence the product can say, by its id. */
export type WordingId = keyof typeof english;

export type Catalogue = { readonly [Id in WordingId]?: string };

export const catalogues: { readonly [L in Language]: Catalogue } = {
  en: english,
  de: {
    ...everywhereDe,
    ...dockDe,
    ...floorDe,
    ...benchDe,
    ...casePageDe,
    ...deskDe,
    ...policyDe,
    ...queueDe,
    ...stationDe,
    ...findDe,
    ...rescueDe,
    ...codesDe,
    ...reportDe,
    ...refusalsDe,
    ...whyDe,
    ...workListDe,
  },
  es: {
    ...everywhereEs,
    ...dockEs,
    ...floorEs,
    ...benchEs,
    ...casePageEs,
    ...deskEs,
    ...policyEs,
    ...queueEs,
    ...stationEs,
    ...findEs,
    ...rescueEs,
    ...codesEs,
    ...reportEs,
    ...refusalsEs,
    ...whyEs,
    ...workListEs,
  },
  zh: {
    ...everywhereZh,
    ...dockZh,
    ...floorZh,
    ...benchZh,
    ...casePageZh,
    ...deskZh,
    ...policyZh,
    ...queueZh,
    ...stationZh,
    ...findZh,
    ...rescueZh,
    ...codesZh,
    ...reportZh,
    ...refusalsZh,
    ...whyZh,
    ...workListZh,
  },
};

export function isWordingId(found: string): found is WordingId {
  return Object.hasOwn(english, found);
}
