import type { CatalogueEntry } from '../../../shared/facts/catalogue.ts';
import type { Paper, ReportVersion } from '../../../shared/facts/codes.ts';
import type { ToldReport } from '../../actions/printing/makeReport.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { photoAddress } from '../../queries/oneCase/photoUrl.ts';
import type { ActionContext } from '../../recording/actionContext.ts';
import { createWording } from '../../wording/createWording.ts';
import type { Language } from '../../wording/languages.ts';
import { withCatalogue } from '../../wording/withCatalogue.ts';
import { picturesIn } from './document/photosTold.ts';
import { reportOf } from './document/reportOf.ts';
import { printedSide, shrunkPicture } from './shrunkPicture.ts';

/** As many as one document may show. */
const mostPictures = 500;

type Wanted = {
  readonly version: ReportVersion;
  readonly language: Language;
  readonly paper: Paper;
  readonly catalogue: readonly CatalogueEntry[];
  /** Of those there are, how many are read. */
  readonly onPicture: (read: number, all: number) => void;
};

/** Reads the pictures of a case, one after another, and tells it in the language wanted. */
export async function tellReport(
  context: ActionContext,
  view: CaseView,
  wanted: Wanted,
  called: { readonly name: string; readonly madeAt: string; readonly recordsHash: string },
): Promise<ToldReport> {
  const { enrolment, person } = context;
  const all = picturesIn(view).slice(0, mostPictures);
  const side = printedSide(all.length);
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  const placed = new Map<string, number>();
  for (const [at, sha256] of all.entries()) {
    wanted.onPicture(at, all.length);
    const picture = await shrunkPicture(await photoAddress(context.db, sha256), side);
    if (picture) placed.set(sha256, pictures.push(picture) - 1);
  }
  const zone = view.references?.calendar.timeZone ?? siteZone();
  const spoken = createWording({ language: wanted.language, zone });
  const document = reportOf(view, withCatalogue(spoken, wanted.catalogue), {
    ...called,
    version: wanted.version,
    paper: wanted.paper,
    madeBy: person.name,
    siteName: enrolment.siteName,
    stationName: enrolment.stationName,
    pictureOf: (sha256) => placed.get(sha256) ?? null,
  });
  return { document, pictures, fileName: document.title };
}

/** Before any calendar is here: the machine stands in the same building. */
function siteZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
