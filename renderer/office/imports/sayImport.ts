import type {
  FileRefused,
  PlanProblem,
  RowProblem,
  TableKind,
} from '../../../shared/sync/importsApi.ts';
import { isOfficeId, sayField } from '../form/sayField.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';

type Saying = Pick<OfficeWording, 't'>;

/** A field of a body by its path: "Return period · Days". */
export function sayPath(wording: Saying, kind: TableKind, path: string): string {
  if (path === 'id') return wording.t('imports.id');
  return path
    .split('.')
    .filter((part) => part !== 'lines' && !/^\d+$/.test(part))
    .map((part) => sayField(wording, kind, part))
    .join(' · ');
}

/** What is wrong with a cell, and what would do; in central's words where this page has none. */
export function sayRowProblem(
  wording: Saying,
  kind: TableKind,
  { code, text, says }: RowProblem,
): string {
  const { t } = wording;
  if (code === 'unreadable')
    return t('imports.row.unreadable', { field: text === '' ? '…' : sayPath(wording, kind, text) });
  const own = `imports.row.${code}`;
  if (isOfficeId(own)) return t(own, { text });
  const refused = `refused.${code}`;
  return isOfficeId(refused) ? t(refused) : says;
}

export function sayPlanProblem({ t }: Saying, problem: PlanProblem): string {
  switch (problem.code) {
    case 'noColumn':
      return t('imports.problem.noColumn', { heading: problem.heading });
    case 'noField':
      return t('imports.problem.noField', { path: problem.path });
    case 'noId':
      return t('imports.problem.noId');
    default:
      return t(`imports.problem.${problem.code}`, {
        heading: problem.heading,
        samples: problem.samples.join(', '),
      });
  }
}

export function sayFileRefused({ t }: Saying, { code, values, says }: FileRefused): string {
  const own = `imports.file.${code}`;
  return isOfficeId(own) ? t(own, values) : says;
}
