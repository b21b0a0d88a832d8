import { recordsHashOf } from '../../../shared/cases/decisions/recordsHash.ts';
import { nextReportNumber, reportName } from '../../../shared/cases/reading/reportName.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import type { PrintedReport } from '../../../shared/desktop/printedDocument.ts';
import type { KeepRefusal, PrintRefusal } from '../../../shared/desktop/printingApi.ts';
import type { Paper, ReportVersion } from '../../../shared/facts/codes.ts';
import type { FactOf } from '../../../shared/facts/fact.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { loadCase } from '../../cases/loadCases.ts';
import type { ActionContext, ActionRefusal } from '../../recording/actionContext.ts';
import { record } from '../../recording/record.ts';

/** What is told of the case, once it is known how the report is called. */
export type ToldReport = {
  readonly document: PrintedReport;
  readonly pictures: readonly Uint8Array<ArrayBuffer>[];
  readonly fileName: string;
};

export type MakeReport = {
  readonly caseId: CaseId;
  readonly version: ReportVersion;
  readonly language: string;
  readonly paper: Paper;
  readonly tell: (called: {
    readonly name: string;
    /** ISO instant. */
    readonly madeAt: string;
    readonly recordsHash: string;
  }) => Promise<ToldReport>;
};

export type MadeReport = {
  readonly fact: FactOf<'reportMade'>;
  /** Its name without the folder; or why it could not be written, with the PDF kept for another try. */
  readonly file: Result<string, KeepRefusal>;
};

/**
 * Prints a report, records that it was made, and writes it where the person chose, in that order: a
 * number is never on paper before it is on record, so none is given out twice.
 */
export async function makeReport(
  context: ActionContext,
  { tell, ...input }: MakeReport,
): Promise<Result<MadeReport, ActionRefusal | PrintRefusal>> {
  const { db, clock, desktop, enrolment } = context;
  const madeAt = new Date(clock.now()).toISOString();
  const loaded = await loadCase(db, input.caseId, localDateOf(madeAt, 'UTC'));
  if (!loaded) return refuse({ code: 'unknownCase' });
  const number = nextReportNumber(loaded.file, enrolment.stationId);
  const name = reportName({ number, stationId: enrolment.stationId });
  const recordsHash = recordsHashOf(loaded.file);
  const { document, pictures, fileName } = await tell({ name, madeAt, recordsHash });
  const printed = await desktop.printDocument({
    document,
    pictures: [...pictures],
    paper: input.paper,
    fileName,
  });
  if (!printed.ok) return printed;
  const { sha256, bytes } = printed.value;
  const recorded = await record<FactOf<'reportMade'>>(context, {
    caseId: input.caseId,
    fact: (stamp) =>
      accept({ ...stamp, kind: 'reportMade', ...input, number, sha256, bytes, recordsHash }),
  });
  if (!recorded.ok) {
    await desktop.dropPrinted({});
    return recorded;
  }
  const kept = await desktop.keepPrinted({ sha256, elsewhere: false });
  return accept({
    fact: recorded.value,
    file: kept.ok ? accept(kept.value.fileName) : kept,
  });
}
