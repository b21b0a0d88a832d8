import type { ReactNode } from 'react';
import type { FindingFact, UnitsCountedFact } from '../../../shared/facts/fact.ts';
import { fromThousandths } from '../../../shared/facts/quantity.ts';
import { lengthOf, type Span } from '../../../shared/facts/spans.ts';
import { unitsFoundLast, unitsNotFound } from '../../../shared/policy/reading/placing.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { type ReadUnits, readUnits } from './readUnits.ts';
import styles from './WhichUnits.module.css';

type Which = 'others' | 'same' | 'these';

export type Naming = {
  readonly which: Which;
  /** As typed, for "these". */
  readonly these: string;
};

export const firstNaming: Naming = { which: 'others', these: '' };

/** Where the group has findings already: the same units as the last one, others, or these. */
export function WhichUnits(props: {
  readonly group: UnitsCountedFact;
  /** Of this group, in this inspection. */
  readonly findings: readonly FindingFact[];
  readonly naming: Naming;
  readonly onChange: (naming: Naming, quantity: number | null) => void;
  readonly problem: string | null;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const { findings, group, naming, onChange } = props;
  if (findings.length === 0) return null;
  const same = lengthOf(unitsFoundLast(group, findings) ?? []);
  const others = lengthOf(unitsNotFound(group, findings, group.quantity));
  const choose = (which: Which) =>
    onChange(
      { ...naming, which },
      which === 'same'
        ? fromThousandths(same)
        : which === 'others' && others > 0
          ? fromThousandths(others)
          : null,
    );
  return (
    <div className={styles['which']}>
      <SegmentedChoice
        label={t('bench.which')}
        chosen={naming.which === 'others' && others === 0 ? 'same' : naming.which}
        onChoose={choose}
        segments={[
          {
            key: 'same',
            word: t('bench.which.same', { quantity: formatNumber(fromThousandths(same)) }),
          },
          ...(others > 0
            ? [
                {
                  key: 'others' as const,
                  word: t('bench.which.others', {
                    quantity: formatNumber(fromThousandths(others)),
                  }),
                },
              ]
            : []),
          { key: 'these', word: t('bench.which.these') },
        ]}
      />
      {naming.which === 'these' && (
        <TextField
          label={t(group.serials.length > 0 ? 'bench.these.serials' : 'bench.these')}
          value={naming.these}
          onChange={(these) => {
            const read = readUnits(these, group);
            const named = read.ok ? fromThousandths(lengthOf(read.value.spans)) : 0;
            onChange({ ...naming, these }, named > 0 ? named : null);
          }}
          problem={props.problem}
        />
      )}
    </div>
  );
}

/** The units a finding is about, as they were named; refuses with what names none. */
export function unitsNamed(
  naming: Naming,
  quantity: number,
  group: UnitsCountedFact,
  findings: readonly FindingFact[],
): Result<ReadUnits, { readonly part: string }> {
  const bySpans = (spans: readonly Span[]) => accept({ spans, serials: [] });
  if (findings.length > 0 && naming.which === 'these') {
    const read = readUnits(naming.these, group);
    return read.ok && read.value.spans.length === 0 ? refuse({ part: naming.these }) : read;
  }
  if (findings.length > 0 && naming.which === 'same')
    return bySpans(unitsFoundLast(group, findings) ?? []);
  const free = unitsNotFound(group, findings, quantity);
  return lengthOf(free) > 0 ? bySpans(free) : bySpans(unitsFoundLast(group, findings) ?? []);
}
