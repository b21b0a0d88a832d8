import { type ReactNode, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { badgeCodeOf } from '../../../shared/barcodes/barcodeOwn.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { Barcode } from '../../components/returns/Barcode.tsx';
import { languageKeys, languages } from '../../wording/languages.ts';
import { createOfficeWording, type OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './PrintedPages.module.css';
import { languageOf, sheetsOf, type ToPrint } from './toPrint.ts';

const css = classesOf(styles);

/** Sheets as the printer gets them, in the language of the site; nothing else of the page is printed. */
export function PrintedPages(props: {
  readonly items: readonly ToPrint[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { items, onClose } = props;
  const [language, choose] = useState(() => languageOf(items));
  const wording = useMemo(() => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return createOfficeWording({ language, zone });
  }, [language]);
  const sheets = sheetsOf(items);

  return (
    <ModalOverlay
      className={css('printed')}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal>
        <Dialog className={css('dialog')} aria-label={t('print.title')}>
          <header className={css('bar')}>
            <h2 className={css('title')}>
              {t('print.title')} <span>{t('print.sheets', { count: sheets.length })}</span>
            </h2>
            <Select
              label={t('language.title')}
              isLabelHidden
              chosen={language}
              onChoose={choose}
              choices={languageKeys.map((key) => ({ key, word: languages[key].name }))}
            />
            <Button onPress={onClose}>{t('action.close')}</Button>
            <Button look="primary" icon="printer" onPress={() => print()}>
              {t('print.print')}
            </Button>
          </header>
          <div
            className={css('sheets')}
            lang={wording.tag}
            dir={wording.direction}
            data-theme="light"
          >
            {sheets.map((sheet, at) => (
              <section
                // Sheets never change places.
                // oxlint-disable-next-line react/no-array-index-key
                key={at}
                className={css('sheet')}
                aria-label={t('print.sheet', { number: at + 1, all: sheets.length })}
              >
                {sheet.map((item) =>
                  item.slip === null ? (
                    <Badge key={item.badge} item={item} wording={wording} />
                  ) : (
                    <SlipCard key={item.slip.slip} item={item} slip={item.slip} wording={wording} />
                  ),
                )}
              </section>
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** As large as a bank card. */
function Badge(props: { readonly item: ToPrint; readonly wording: OfficeWording }): ReactNode {
  const { item, wording } = props;
  const { t, formatList } = wording;
  return (
    <article className={css('card', 'badge')}>
      <Top site={item.site} />
      <p className={css('name')}>{item.name}</p>
      <p className={css('roles')}>{formatList(item.roles.map((role) => t(`role.${role}`)))}</p>
      <Bars value={badgeCodeOf(item.badge)} label={t('people.badge')} below={item.badge} />
    </article>
  );
}

function SlipCard(props: {
  readonly item: ToPrint;
  readonly slip: NonNullable<ToPrint['slip']>;
  readonly wording: OfficeWording;
}): ReactNode {
  const { item, slip, wording } = props;
  const { t, formatDate } = wording;
  return (
    <article className={css('card', 'slip')}>
      <Top site={item.site} />
      <p className={css('kind')}>{t('print.slip')}</p>
      <p className={css('name')}>{item.name}</p>
      <p className={css('how')}>{t('print.slip.how')}</p>
      <Bars value={slip.barcode} label={t('print.slip')} below={slip.slip} />
      <p className={css('until')}>
        {t('print.slip.until', { when: formatDate(slip.goodUntil, 'moment') })}
      </p>
    </article>
  );
}

function Top(props: { readonly site: string }): ReactNode {
  return (
    <p className={css('top')}>
      <Wordmark />
      <span className={css('site')}>{props.site}</span>
    </p>
  );
}

function Bars(props: {
  readonly value: string;
  readonly label: string;
  readonly below: string;
}): ReactNode {
  return (
    <div className={css('code')}>
      <div className={css('bars')}>
        <Barcode value={props.value} label={props.label} />
      </div>
      <p className={css('below')} translate="no">
        {props.below}
      </p>
    </div>
  );
}
