import type { PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import type { Telling } from './telling.ts';

/** Who had the goods in their hands, and who decided: by role, and by name only among ourselves. */
export function peopleTold(telling: Telling): PrintedSection {
  const { view, wording, isForClient } = telling;
  const { t, formatList } = wording;
  const { file, people } = view;
  const decided = [...new Set(file.decisions.map(({ personId }) => personId))];
  const who = (ids: readonly string[]) => {
    if (ids.length === 0) return t('report.people.nobody');
    if (isForClient) return t('report.people.count', { count: ids.length });
    return formatList(ids.map((id) => people.get(id)?.name ?? t('report.unknown')));
  };
  const touched = new Set<string>([...file.duties.received, ...file.duties.inspected]);
  const isApart = decided.length > 0 && !decided.some((id) => touched.has(id));
  return {
    title: t('report.people'),
    blocks: [
      {
        kind: 'particulars',
        items: [
          { name: t('report.people.received'), value: who(file.duties.received) },
          { name: t('report.people.inspected'), value: who(file.duties.inspected) },
          { name: t('report.people.decided'), value: who(decided) },
        ],
      },
      ...(isApart
        ? [{ kind: 'text' as const, look: 'note' as const, text: t('report.people.apart') }]
        : []),
    ],
  };
}
