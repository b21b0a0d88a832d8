import { type ReactNode, useState } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { DoorSheet } from './DoorSheet.tsx';
import { type Door, doorOf } from './door.ts';

/** Who brought a parcel and how it was sealed: what is known, and the way to say it. */
export function WhoBrought(props: {
  readonly view: CaseView | null;
  readonly arrivalId: string;
  readonly onSay: (news: Partial<Door>) => void;
}): ReactNode {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(false);
  const door = doorOf(props.view, props.arrivalId);
  const carriers = [...new Set((props.view?.orderLines ?? []).map((line) => line.carrier.name))];
  const seal = door.seal && t(`dock.door.seal.${door.seal.intact ? 'intact' : 'broken'}`);
  const known = [door.carrier, seal].filter((word) => word !== null);
  return (
    <>
      <Button icon="dock" onPress={() => setOpen(true)}>
        {known.length > 0 ? known.join(' · ') : t('dock.door.more')}
      </Button>
      {isOpen && (
        <DoorSheet
          door={door}
          carriers={carriers}
          onClose={() => setOpen(false)}
          onSave={(news) => {
            setOpen(false);
            props.onSay(news);
          }}
        />
      )}
    </>
  );
}
