import { type ReactNode, useMemo, useState } from 'react';
import type { RmaReader } from '../../../shared/barcodes/rma/rmaForm.ts';
import { barcodeOf } from '../../../shared/barcodes/scan.ts';
import { foldedText, foldedWords, hasWords } from '../../../shared/facts/foldedText.ts';
import type { Workplace } from '../../../shared/facts/workplaces.ts';
import { assertNever } from '../../../shared/result.ts';
import type { CaseAtCentral } from '../../../shared/sync/searchApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import type { KeyName } from '../../components/generic/keys/KeyHint.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Palette, type PaletteGroup } from '../../components/generic/surfaces/Palette.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { foundBy, noneFound } from '../../queries/find/findCases.ts';
import type { FoundCase } from '../../queries/find/foundCase.ts';
import { useFound } from '../../queries/find/useFound.ts';
import { type BlindParcel, useBlindParcels } from '../../queries/lists/blindParcels.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useRecall } from '../../workflow/AtWork.tsx';
import { useScans, useTurnAway } from '../../workflow/ScanFeed.tsx';
import { CaseCard } from './CaseCard.tsx';
import styles from './FoundLine.module.css';
import { ActLine, FoundLine, GoodsLine } from './FoundLine.tsx';
import { isComing, sayHappened, sayStanding, sayWhere, type Telling } from './sayFound.ts';
import { type AskSearch, type CentralFound, useCentralFound } from './useCentralFound.ts';

const css = classesOf(styles);

/** Something to do, by its name. */
export type Act = {
  readonly key: string;
  readonly word: string;
  readonly keys: readonly KeyName[] | null;
  readonly go: () => void;
};
type Finding = {
  readonly rma: RmaReader;
  readonly telling: Telling;
  readonly acts: readonly Act[];
  readonly ask: AskSearch;
  /** Where whoever looks may work, in the order the goods go. */
  readonly places: readonly Workplace[];
  readonly onOpen: (caseId: string, place: Workplace) => void;
  /** Goods that have no case; null where whoever looks may not say whose they are. */
  readonly onOpenGoods: ((arrivalId: string) => void) | null;
  readonly onClose: () => void;
};
type Card = Pick<Parameters<typeof CaseCard>[0], 'caseId' | 'said' | 'coming'>;

/** Every case by whatever somebody has of it, and every action by its name. */
export function FindSheet(props: Finding & { readonly isOpen: boolean }): ReactNode {
  const { t } = useWording();
  return (
    <Sheet
      title={t('find.title')}
      width="wide"
      takesScans
      isOpen={props.isOpen}
      onClose={props.onClose}
    >
      <Finding {...props} />
    </Sheet>
  );
}

function Finding(props: Finding): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { telling } = props;
  const recall = useRecall();
  const turnAway = useTurnAway();
  const [text, setText] = useState('');
  const [card, setCard] = useState<Card | null>(null);
  const here = useFound(text, props.rma);
  const central = useCentralFound(text, props.ask);
  const found = here?.found ?? noneFound;
  const acts = useMemo(() => actsNamed(props.acts, text), [props.acts, text]);
  const elsewhere = elsewhereIn(central, found);
  const parcels = useBlindParcels();
  const goods = useMemo(
    () => (props.onOpenGoods ? goodsNamed(parcels ?? [], text) : []),
    [parcels, text, props.onOpenGoods],
  );
  useScans((scan) => {
    if (barcodeOf(scan).kind === 'command') return turnAway('card');
    setCard(null);
    setText(barcodeOf(scan).text);
  });

  function choose(key: string): void {
    const act = acts.find((one) => one.key === key);
    const one = foundBy.flatMap((by) => found[by]).find(({ row }) => row.caseId === key);
    const told = elsewhere.find(({ caseId }) => caseId === key);
    const parcel = goods.find(({ arrival }) => arrival.arrivalId === key);
    if (act) {
      props.onClose();
      act.go();
    } else if (parcel) {
      props.onClose();
      props.onOpenGoods?.(parcel.arrival.arrivalId);
    } else if (one) open(one);
    else if (told) void fetchBack(told);
  }

  function open(one: FoundCase): void {
    const { row, lists } = one;
    const place = lists.findLast((list) => props.places.includes(list));
    if (place === undefined || isComing(one))
      setCard({ caseId: row.caseId, said: null, coming: null });
    else {
      props.onClose();
      props.onOpen(row.caseId, place);
    }
  }

  async function fetchBack({ caseId, standing }: CaseAtCentral): Promise<void> {
    const said = sayStanding(wording, standing, telling);
    setCard({ caseId, said, coming: 'asking' });
    const coming = (await recall(caseId)) ? null : 'unreachable';
    setCard((now) => (now?.caseId === caseId ? { caseId, said, coming } : now));
  }

  if (card)
    return (
      <div className={css('body')}>
        <CaseCard {...card} telling={telling} onBack={() => setCard(null)} />
      </div>
    );
  const cases = foundBy.map((by) => ({
    key: by,
    title: t(`find.group.${by}`),
    items: found[by].map((one) => {
      const { rma, clientName, caseId } = one.row;
      const said = [sayHappened(wording, one, telling), sayWhere(wording, one)] as const;
      return caseItem({ caseId, rma, clientName }, ...said);
    }),
  }));
  const groups: readonly PaletteGroup[] = [
    ...cases,
    {
      key: 'blind',
      title: t('blind.title'),
      items: goods.map((parcel) => ({
        key: parcel.arrival.arrivalId,
        shown: <GoodsLine parcel={parcel} />,
      })),
    },
    {
      key: 'central',
      title: t('find.group.central'),
      items: elsewhere.map((one) => caseItem(one, sayStanding(wording, one.standing, telling), '')),
    },
    {
      key: 'act',
      title: t('find.group.act'),
      items: acts.map(({ key, word, keys }) => ({
        key,
        shown: <ActLine word={word} keys={keys} />,
      })),
    },
  ].filter(({ items }) => items.length > 0);
  const isCurrent = here?.of === text;
  return (
    <div className={css('body')}>
      <Palette
        label={t('find.title')}
        placeholder={t('find.placeholder')}
        text={text}
        onText={setText}
        groups={groups}
        isCurrent={isCurrent}
        onChoose={choose}
        empty={
          isCurrent && !found.isLooking ? (
            <EmptyState size="part" title={t('find.none')} next={t('find.none.next')} />
          ) : (
            t('find.busy')
          )
        }
        note={sayCentral(t, central)}
      />
    </div>
  );
}

function caseItem(
  one: Pick<CaseAtCentral, 'rma' | 'clientName'> & { readonly caseId: string },
  happened: string,
  where: string,
): PaletteGroup['items'][number] {
  const { caseId, rma, clientName } = one;
  return {
    key: caseId,
    shown: <FoundLine rma={rma} clientName={clientName} happened={happened} where={where} />,
  };
}

/** All of them while nothing is typed. */
function actsNamed(acts: readonly Act[], text: string): readonly Act[] {
  const words = foldedWords(text);
  return acts.filter(({ word }) => hasWords(` ${foldedText(word)}`, words));
}

/** Goods without a case by their label, or by words of what lies in them. */
function goodsNamed(parcels: readonly BlindParcel[], text: string): readonly BlindParcel[] {
  const words = foldedWords(text);
  if (words.length === 0) return [];
  return parcels.filter(({ label, articles }) =>
    hasWords(` ${foldedText([label ?? '', ...articles].join(' '))}`, words),
  );
}

function elsewhereIn(central: CentralFound, found: typeof noneFound): readonly CaseAtCentral[] {
  if (central.kind !== 'answered') return [];
  const here = new Set(foundBy.flatMap((by) => found[by].map(({ row }) => row.caseId as string)));
  return central.answer.cases.filter(({ caseId }) => !here.has(caseId));
}

function sayCentral(t: ReturnType<typeof useWording>['t'], central: CentralFound): string {
  switch (central.kind) {
    case 'notAsked':
      return '';
    case 'asking':
      return t('find.central.asking');
    case 'unreachable':
      return t('find.central.unreachable');
    case 'answered':
      return t(central.answer.more ? 'find.central.more' : 'find.central.asked');
    default:
      return assertNever(central);
  }
}
