import { type ReactNode, useState } from 'react';
import { type DefectOffered, defectsInForce } from '../../../../shared/facts/catalogue.ts';
import { defectGroups, groupOfDefect } from '../../../../shared/facts/codes.ts';
import type { LocalDate } from '../../../../shared/facts/time.ts';
import type { FindingDraft } from '../../../actions/saveDraft.ts';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { useCatalogue } from '../../../queries/station/catalogue.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { defectsFound } from './findDefects.ts';
import type { OpenField } from './findingDraft.ts';

/** Where the article stands in the company's catalogue, and on which day. */
export type OfferedFor = { readonly on: LocalDate; readonly productGroup: string | null };

/** Which defect: by its kind and then itself, or by letters of its name or the company's code. */
export function DefectChoice(props: {
  readonly draft: FindingDraft;
  readonly offeredFor: OfferedFor;
  readonly change: (part: Partial<FindingDraft>) => void;
  readonly problem: (field: OpenField) => string | null;
}): ReactNode {
  const { t, entryName, formatDate } = useWording();
  const { draft, change, problem } = props;
  const entries = useCatalogue();
  const [sought, setSought] = useState('');
  const offered = defectsInForce(entries, props.offeredFor);
  const nameOf = ({ entry, code }: DefectOffered) => entryName(entry.id) ?? t(`defect.${code}`);
  const chosen = draft.entry ?? draft.code;
  const gone = chosen === null ? null : goneOf(draft, offered, entries);
  const found = sought.trim() === '' ? null : defectsFound(offered, sought, nameOf);
  const inSight = found ?? offered.filter(({ group }) => group === draft.group);
  const segments = [...inSight, ...(gone && found === null ? [gone] : [])].map((one) => ({
    key: one.entry.id,
    word: nameOf(one),
    ...(one.entry.code !== null && { hint: one.entry.code }),
  }));
  const choose = (key: string) => {
    const one = [...offered, ...(gone ? [gone] : [])].find(({ entry }) => entry.id === key);
    if (!one) return;
    setSought('');
    const entry = one.entry.id === one.entry.of ? null : one.entry.id;
    change({ group: one.group, code: one.code, entry });
  };
  const groups = defectGroups.filter(
    (group) => group === draft.group || offered.some((one) => one.group === group),
  );
  return (
    <>
      {entries.length > 0 && (
        <TextField
          label={t('bench.findDefect')}
          value={sought}
          onChange={setSought}
          most={60}
          isOptional
        />
      )}
      {found === null && (
        <SegmentedChoice
          label={t('bench.group')}
          layout="grid"
          chosen={draft.group}
          onChoose={(group) => change({ group, code: null, entry: null })}
          problem={draft.group === null ? problem('code') : null}
          segments={groups.map((key) => ({ key, word: t(`defectGroup.${key}`) }))}
        />
      )}
      {found?.length === 0 && <Notice icon="search" title={t('bench.findDefect.none')} />}
      {segments.length > 0 && (
        <SegmentedChoice<string>
          label={t('bench.defect')}
          layout="grid"
          chosen={chosen}
          onChoose={choose}
          problem={problem('code')}
          segments={segments}
        />
      )}
      {gone && (
        <Notice
          icon="alert"
          tone="warning"
          title={
            gone.entry.withdrawn === null
              ? t('bench.defect.notOffered', { name: nameOf(gone) })
              : t('bench.defect.withdrawn', {
                  name: nameOf(gone),
                  date: formatDate(gone.entry.withdrawn.on, 'day'),
                })
          }
        >
          {t('bench.defect.withdrawn.next')}
        </Notice>
      )}
    </>
  );
}

/** What was chosen and is offered no more; null: it is offered. */
function goneOf(
  { code, entry }: FindingDraft,
  offered: readonly DefectOffered[],
  entries: ReturnType<typeof useCatalogue>,
): DefectOffered | null {
  const id = entry ?? code;
  if (code === null || offered.some((one) => one.entry.id === id)) return null;
  const known = entries.find((one) => one.id === id);
  return known ? { group: groupOfDefect(code), code, entry: known } : null;
}
