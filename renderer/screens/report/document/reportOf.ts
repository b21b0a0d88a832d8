import type { PrintedReport } from '../../../../shared/desktop/printedDocument.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { Wording } from '../../../wording/createWording.ts';
import { aboutReport } from './aboutReport.ts';
import { arrived } from './arrived.ts';
import { claimed } from './claimed.ts';
import { codeOfCase } from './codeOfCase.ts';
import { daysTold } from './daysTold.ts';
import { decided } from './decided.ts';
import { found } from './found.ts';
import { otherInspections } from './otherInspections.ts';
import { peopleTold } from './peopleTold.ts';
import { proof } from './proof.ts';
import { summary } from './summary.ts';
import { type ReportAsk, sayMoment, type Telling } from './telling.ts';
import { verdict } from './verdict.ts';

/**
 * A case as a report tells it, in the language of `wording`. The version for the client names none of
 * our people and repeats nothing that is among ourselves: what is left out stands at its end.
 */
export function reportOf(view: CaseView, wording: Wording, ask: ReportAsk): PrintedReport {
  const telling: Telling = { view, wording, ask, isForClient: ask.version === 'client' };
  const { t } = wording;
  const name = view.file.returnCase.rma ?? view.clientName ?? t('report.unknown');
  const code = codeOfCase(view);
  const called = t('report.number.called', { name: ask.name });
  return {
    kind: 'report',
    tag: wording.tag,
    direction: wording.direction,
    title: `${t('report.title')} ${name} · ${called}`,
    author: `Quayside · ${ask.siteName}`,
    foot: {
      // The engine writes the foot without our fonts: so nothing in it that only some machines can draw.
      start: [view.file.returnCase.rma, ask.name].filter((one) => one !== null).join(' · '),
      page: t('report.page', { number: '{page}', all: '{pages}' }),
    },
    head: {
      site: ask.siteName,
      what: t('report.title'),
      name,
      number: `${called} · ${t(`report.version.${ask.version}`)}`,
      madeAt: sayMoment(wording, ask.madeAt),
      code: code === null ? null : { text: code, how: t('report.code.how') },
    },
    summary: summary(telling),
    sections: [
      claimed(telling),
      arrived(telling),
      found(telling),
      ...otherInspections(telling),
      verdict(telling),
      decided(telling),
      daysTold(telling),
      peopleTold(telling),
      proof(telling),
      aboutReport(telling),
    ],
  };
}
