import type { ReactNode } from 'react';
import type { ArrivalFact } from '../../../shared/facts/fact.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { SavedMark } from '../../components/generic/marks/SavedMark.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { labelOf, useBlindParcel } from '../../queries/lists/blindParcels.ts';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useCase } from '../../queries/oneCase/oneCase.ts';
import type { WordingId } from '../../wording/catalogues.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { HistoryButton } from '../../workflow/history/CaseHistory.tsx';
import type { CountOf, OpenParcel } from '../../workflow/openParcel.ts';
import { WhoseGoods } from '../blind/WhoseGoods.tsx';
import { HoldButton, Holds } from '../holds/Holds.tsx';
import { Contents } from '../parcel/Contents.tsx';
import { recordedFor } from '../parcel/dockTable.ts';
import type { Door } from '../parcel/door.ts';
import { WhoBrought } from '../parcel/WhoBrought.tsx';
import { AtTheDoor } from './AtTheDoor.tsx';
import styles from './ParcelPanel.module.css';

/** The parcel in hand: whose it is, its seven days, the door and the contents. */
export function ParcelPanel(props: {
  readonly parcel: OpenParcel;
  readonly packages: number | null;
  readonly onPackages: (count: number) => void;
  readonly onLeftPackages: () => void;
  readonly onDoor: (news: Partial<Door>) => void;
  readonly onCount: (count: CountOf) => void;
  readonly onLink: (row: CaseRow) => void;
  readonly onOpenCase: (clientId: ClientId | null) => void;
}): ReactNode {
  const { parcel } = props;
  const ofCase = useCase(parcel.caseId ?? '') ?? null;
  const blind = useBlindParcel(parcel.caseId === null ? parcel.arrivalId : null) ?? null;
  const view = parcel.caseId === null ? blind : ofCase;
  const arrival = view?.file.arrivals.find((a) => a.arrivalId === parcel.arrivalId) ?? null;
  const caseId = recordedFor(parcel, view);
  return (
    <div className={styles['panel']}>
      <Whose view={view} arrival={arrival} isBlind={parcel.caseId === null} />
      {view && <Holds view={view} caseId={parcel.caseId} />}
      <AtTheDoor
        view={view}
        arrivalId={parcel.arrivalId}
        packages={props.packages}
        onPackages={props.onPackages}
        onLeftPackages={props.onLeftPackages}
        onSay={props.onDoor}
      />
      {view && <Contents view={view} onCount={props.onCount} />}
      {view && caseId === null && (
        <WhoseGoods
          goods={view}
          onLink={props.onLink}
          {...(parcel.caseId === null && { onOpen: props.onOpenCase })}
        />
      )}
      <div className={styles['aside']}>
        <WhoBrought view={view} arrivalId={parcel.arrivalId} onSay={props.onDoor} />
        <HoldButton caseId={caseId} arrivalId={parcel.arrivalId} />
        {caseId !== null && <HistoryButton caseId={caseId} />}
      </div>
    </div>
  );
}

function Whose(props: {
  readonly view: CaseView | null;
  readonly arrival: ArrivalFact | null;
  readonly isBlind: boolean;
}): ReactNode {
  const { t } = useWording();
  const { view, arrival } = props;
  const rma = view?.file.returnCase.rma ?? null;
  const label = arrival && labelOf(arrival);
  const isNameless = rma === null && nameOf(view) === null;
  return (
    <header className={styles['head']}>
      <div className={styles['whose']}>
        <h2 className={styles['name']}>
          {rma ? (
            <Identifier value={rma} size="display" />
          ) : (
            <bdi>{nameOf(view) ?? t(titleWithout(view, props.isBlind))}</bdi>
          )}
        </h2>
        {isNameless && label && <Identifier value={label} size="large" />}
        <p className={styles['under']}>
          {rma && <bdi className={styles['client']}>{view?.clientName}</bdi>}
          {arrival && <SavedMark saved={view?.acceptance.get(arrival.id) ?? 'here'} />}
        </p>
      </div>
      {view && (
        <div className={styles['days']}>
          <SevenDayBar standing={view.standing} uncounted={view.uncounted} />
        </div>
      )}
    </header>
  );
}

/** A case that is still being read is not yet one without papers. */
function titleWithout(view: CaseView | null, isBlind: boolean): WordingId {
  if (isBlind) return 'dock.parcel.unexpected';
  return view === null ? 'loading.title' : 'blind.opened';
}

function nameOf(view: CaseView | null): string | null {
  return view === null || view.clientName === '' ? null : view.clientName;
}
