import { type ReactNode, useEffect, useRef, useState } from 'react';
import { readOwnCode } from '../../../shared/barcodes/barcodeOwn.ts';
import type { JoinRefusal } from '../../../shared/desktop/desktopApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { PinField } from '../../components/generic/fields/PinField.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './SignInScreen.module.css';

const css = classesOf(styles);
const slipLength = 12;
const aboutSlips: readonly string[] = ['slipUnknown', 'slipUsed', 'slipExpired'];

/**
 *   slip ──given──▶ pin ──chosen──▶ again ──the same──▶ joined
 *    ▲               ▲────differs─────┘ │
 *    └────────refused for the slip──────┘
 */
type Step =
  | { readonly kind: 'slip' }
  | { readonly kind: 'pin'; readonly slip: string }
  | { readonly kind: 'again'; readonly slip: string; readonly chosen: string };

/** A person's first time at this station: the slip, scanned or typed, and a PIN chosen twice. */
export function JoinStation(props: {
  /** Null: they are in. */
  readonly join: (slip: string, pin: string) => Promise<JoinRefusal | null>;
  readonly scannedSlip: { readonly slip: string; readonly turn: number } | null;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const [step, setStep] = useState<Step>({ kind: 'slip' });
  const [slip, setSlip] = useState('');
  const [pin, setPin] = useState('');
  const [differs, setDiffers] = useState(false);
  const [isJoining, setJoining] = useState(false);
  const [refusal, setRefusal] = useState<JoinRefusal | null>(null);
  const words = refusal && sayRefusal(wording, refusal);
  const problem = differs ? t('join.differ') : words && `${words.what} ${words.toDo}`;

  const latestTurn = useRef(props.scannedSlip?.turn ?? 0);
  useEffect(() => {
    if (!props.scannedSlip || props.scannedSlip.turn === latestTurn.current) return;
    latestTurn.current = props.scannedSlip.turn;
    giveSlip(props.scannedSlip.slip);
  }, [props.scannedSlip]);

  function giveSlip(given: string) {
    setSlip(given);
    setPin('');
    setRefusal(null);
    setDiffers(false);
    setStep({ kind: 'pin', slip: given });
  }

  function askAnew(next: Step) {
    setPin('');
    setStep(next);
  }

  async function go(given: string, chosen: string) {
    if (pin !== chosen) {
      setDiffers(true);
      askAnew({ kind: 'pin', slip: given });
      return;
    }
    setJoining(true);
    const refused = await props.join(given, chosen);
    setJoining(false);
    if (refused === null) return;
    setRefusal(refused);
    askAnew(aboutSlips.includes(refused.code) ? { kind: 'slip' } : { kind: 'pin', slip: given });
  }

  function typePin(value: string) {
    setPin(value);
    setRefusal(null);
    setDiffers(false);
  }

  if (step.kind === 'slip') {
    const typed = slipIn(slip);
    return (
      <form
        className={css('slip')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.length === slipLength) giveSlip(typed);
        }}
      >
        <TextField
          label={t('join.slip')}
          help={t('join.slip.help')}
          problem={problem}
          look="huge"
          most={30}
          takesFocus
          value={slip}
          onChange={(value) => {
            setSlip(value);
            setRefusal(null);
          }}
        />
        <div>
          <Button look="primary" isDisabled={typed.length !== slipLength} type="submit">
            {t('signIn.next')}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <div className={css('slip')}>
      <PinField
        key={step.kind}
        label={t(step.kind === 'pin' ? 'join.pin' : 'join.again')}
        value={pin}
        onChange={typePin}
        onSubmit={() =>
          step.kind === 'pin'
            ? askAnew({ kind: 'again', slip: step.slip, chosen: pin })
            : void go(step.slip, step.chosen)
        }
        submitWord={t(isJoining ? 'signIn.busy' : step.kind === 'pin' ? 'signIn.next' : 'join.go')}
        problem={problem}
        isPending={isJoining}
        takesFocus
      />
      <div>
        <Button icon="back" onPress={() => askAnew({ kind: 'slip' })}>
          {t('join.otherSlip')}
        </Button>
      </div>
    </div>
  );
}

/** As written or printed: with dashes, in either case, perhaps with what stands before it in the barcode. */
function slipIn(given: string): string {
  const own = readOwnCode(given.trim());
  if (own?.ok && own.value.kind === 'slip') return own.value.slip;
  return given.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}
