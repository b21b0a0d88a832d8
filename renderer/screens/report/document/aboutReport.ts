import type { PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import { sayMoment, type Telling } from './telling.ts';

/** What this paper is, who had it made, and what it does not say. */
export function aboutReport(telling: Telling): PrintedSection {
  const { wording, ask, isForClient } = telling;
  const { t } = wording;
  return {
    title: t('report.about'),
    blocks: [
      {
        kind: 'text',
        look: 'plain',
        text: t(isForClient ? 'report.about.client' : 'report.about.internal', {
          name: ask.name,
          madeAt: sayMoment(wording, ask.madeAt),
          site: ask.siteName,
          station: ask.stationName,
          person: isForClient ? '' : ask.madeBy,
        }),
      },
      { kind: 'text', look: 'plain', text: t('report.about.pictures') },
      ...(isForClient
        ? [{ kind: 'text' as const, look: 'note' as const, text: t('report.about.leftOut') }]
        : []),
    ],
  };
}
