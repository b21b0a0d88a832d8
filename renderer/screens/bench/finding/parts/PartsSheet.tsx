import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { barcodeOf, type Scan } from '../../../../../shared/barcodes/scan.ts';
import { readFindingCard } from '../../../../../shared/cases/findingCards.ts';
import { Button } from '../../../../components/generic/fields/Button.tsx';
import { ToggleChoice } from '../../../../components/generic/fields/ToggleChoice.tsx';
import { keyNames } from '../../../../components/generic/keys/keys.ts';
import { Sheet } from '../../../../components/generic/surfaces/Sheet.tsx';
import { useWording } from '../../../../wording/WordingProvider.tsx';
import { useScans, useTurnAway } from '../../../../workflow/ScanFeed.tsx';
import { useCommandKeys } from '../../../../workflow/useCommandKeys.ts';
import styles from './PartsSheet.module.css';

/** What is there is ticked, by a press, its number or a card with its number; the rest is missing. */
export function PartsSheet(props: {
  readonly parts: readonly string[];
  readonly onTicked: (missing: readonly string[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const turnAway = useTurnAway();
  const { parts } = props;
  const ticks = useRef<HTMLDivElement>(null);
  const [there, setThere] = useState<readonly string[]>([]);
  // A quick hand says OK before the last tick is drawn.
  const latest = useRef(there);
  const put = (next: readonly string[]) => {
    latest.current = next;
    setThere(next);
  };
  const missingOf = (ticked: readonly string[]) => parts.filter((one) => !ticked.includes(one));
  const missing = missingOf(there);
  useEffect(() => ticks.current?.focus(), []);
  const take = () => props.onTicked(missingOf(latest.current));
  const turn = (part: string | undefined): boolean => {
    if (part === undefined) return false;
    const now = latest.current;
    put(now.includes(part) ? now.filter((one) => one !== part) : [...now, part]);
    return true;
  };
  useCommandKeys(
    (command) => (command === 'undo' ? props.onClose() : take()),
    ['undo', 'done', 'ok'],
  );
  useScans((scan) => {
    const barcode = barcodeOf(scan);
    const command = barcode.kind === 'command' ? barcode.command : null;
    if (command === 'done' || command === 'ok') return take();
    if (command === 'undo') return props.onClose();
    if (!turn(partOn(scan, parts))) turnAway('card');
  });
  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target === ticks.current) take();
    else if (event.key === '0') put(parts);
    else if (!turn(/^[1-9]$/.test(event.key) ? parts[Number(event.key) - 1] : undefined)) return;
    event.preventDefault();
  }
  return (
    <Sheet
      title={t('parts.title')}
      isOpen
      takesScans
      answers={['undo', 'done', 'ok']}
      onClose={props.onClose}
      actions={
        <>
          <Button {...(missing.length > 0 && { keys: ['0'] })} onPress={() => put(parts)}>
            {t('parts.all')}
          </Button>
          <Button look="primary" icon="check" keys={keyNames('ok')} onPress={take}>
            {missing.length === 0
              ? t('parts.complete')
              : t('parts.take', { count: missing.length })}
          </Button>
        </>
      }
    >
      {/* Digits and Enter are heard here, arrows and Tab as ever. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={ticks} tabIndex={-1} className={styles['ticks']} onKeyDown={press}>
        <ToggleChoice
          label={t('parts.title')}
          chosen={there}
          onToggle={turn}
          segments={parts.map((part, at) => ({
            key: part,
            word: part,
            ...(at < 9 && { keys: [String(at + 1)] }),
          }))}
        />
      </div>
    </Sheet>
  );
}

/** The part a scan names: by its place on a card of units, or by what is printed on it. */
function partOn(scan: Scan, parts: readonly string[]): string | undefined {
  const barcode = barcodeOf(scan);
  const card = barcode.kind === 'findingCard' ? readFindingCard(barcode.says) : undefined;
  if (card) return card.kind === 'units' ? parts[card.quantity - 1] : undefined;
  return parts.find((part) => part.toUpperCase() === scan.raw.trim().toUpperCase());
}
