import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { badgeCodeOf } from '../../../shared/barcodes/barcodeOwn.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Barcode } from '../../components/returns/Barcode.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './DemoBadges.module.css';
import type { DemoCards } from './knownPeople.ts';

const css = classesOf(styles);
type Card = DemoCards[number];

/** The demo company's badges as they would be printed, PIN included. Only central's demo has them. */
export function DemoBadges(props: {
  readonly cards: DemoCards;
  readonly onSignIn: (card: Card) => void;
}): ReactNode {
  const { t } = useWording();
  return (
    <section className={css('demo')}>
      <SectionHead title={t('signIn.demo.title')} aside={t('signIn.demo.lead')} />
      <ul className={css('cards')}>
        {props.cards.map((card) => (
          <li key={card.personId}>
            <Badge card={card} onPress={() => props.onSignIn(card)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Badge(props: { readonly card: Card; readonly onPress: () => void }): ReactNode {
  const { t, formatList } = useWording();
  const { card } = props;
  const roles = formatList(card.roles.map((role) => t(`role.${role}`)));
  return (
    <Button className={css('card')} onPress={props.onPress}>
      <span className={css('name')}>
        <bdi>{card.name}</bdi>
      </span>
      <span className={css('roles')}>{roles}</span>
      <span className={css('code')}>
        <Barcode value={badgeCodeOf(card.badge)} label={card.badge} />
      </span>
      <span className={css('badge')}>{card.badge}</span>
      <span className={css('pin')}>{t('signIn.demo.pin', { pin: card.pin })}</span>
    </Button>
  );
}
