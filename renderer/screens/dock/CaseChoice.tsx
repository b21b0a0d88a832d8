import type { ReactNode } from 'react';
import { Identifier } from '../../components/Identifier.tsx';
import { ListRow, RowList } from '../../components/RowList.tsx';
import { SevenDayBar } from '../../components/SevenDayBar.tsx';
import type { Match } from '../../queries/findByBarcode.ts';
import { useWording } from '../../wording/WordingProvider.tsx';

/** One label, several cases: the person says which. */
export function CaseChoice(props: {
  readonly matches: readonly Match[];
  readonly onChoose: (match: Match) => void;
}): ReactNode {
  const { t, formatList } = useWording();
  const cases = props.matches.filter((m) => m.kind === 'case');
  return (
    <RowList
      label={t('dock.says.several')}
      rows={cases}
      keyOf={(m) => m.row.caseId}
      wordsOf={(m) => `${m.row.rma ?? ''} ${m.row.clientName}`}
      onOpen={props.onChoose}
    >
      {({ row }) => (
        <ListRow
          title={row.clientName}
          under={formatList(row.articles)}
          middle={<SevenDayBar standing={row.standing} uncounted={row.uncounted} />}
          end={row.rma && <Identifier value={row.rma} />}
        />
      )}
    </RowList>
  );
}
