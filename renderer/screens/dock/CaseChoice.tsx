import type { ReactNode } from 'react';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { ComingIn } from '../../queries/lists/comingIn.ts';
import { useWording } from '../../wording/WordingProvider.tsx';

/** One label, several cases: the person says which, one after the other. */
export function CaseChoice(props: {
  readonly coming: readonly ComingIn[];
  readonly onChoose: (coming: ComingIn) => void;
}): ReactNode {
  const { t, formatList } = useWording();
  return (
    <RowList
      label={t('dock.says.several')}
      rows={props.coming}
      keyOf={(m) => m.row.caseId}
      wordsOf={(m) => `${m.row.rma ?? ''} ${m.row.clientName}`}
      onOpen={props.onChoose}
    >
      {({ row, same }) => (
        <ListRow
          title={row.clientName}
          under={formatList(row.articles)}
          middle={<SevenDayBar standing={row.standing} uncounted={row.uncounted} />}
          end={row.rma && <Identifier value={row.rma} />}
          endUnder={same && <Tag tone="green">{t('dock.says.again')}</Tag>}
        />
      )}
    </RowList>
  );
}
