import { type ReactNode, useState } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { NumberStepper } from '../../components/generic/fields/NumberStepper.tsx';
import { PinField } from '../../components/generic/fields/PinField.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { Select } from '../../components/generic/fields/Select.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Gallery.module.css';
import { words } from './words.ts';

const css = classesOf(styles);
const causes = ['manufacturing', 'orderError', 'outboundTransport', 'misuse', 'unknown'] as const;
const severities = ['critical', 'major', 'minor'] as const;

export function Fields(): ReactNode {
  const { t } = useWording();
  const [text, setText] = useState<string>(words.note);
  const [cause, setCause] = useState<(typeof causes)[number]>('manufacturing');
  const [severity, setSeverity] = useState<(typeof severities)[number]>('major');
  const [isChecked, setChecked] = useState(true);
  const [count, setCount] = useState(4);
  const [pin, setPin] = useState('123');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={css('section')}>
      <SectionHead title="Fields" />
      <div className={css('columns')}>
        <div className={css('column')}>
          <TextField
            label={t('enrol.code')}
            help={t('enrol.code.help')}
            value={words.rma}
            look="huge"
            onChange={() => {}}
          />
          <TextField
            label={t('enrol.name')}
            problem={t('enrol.problem.name')}
            value=""
            onChange={() => {}}
          />
          <TextField
            label={t('health.unsent.what')}
            lines="many"
            most={100}
            isOptional
            value={text}
            onChange={setText}
          />
          <Select
            label={t('question.responsibleUnknown')}
            choices={causes.map((key) => ({ key, word: t(`cause.${key}`) }))}
            chosen={cause}
            onChoose={setCause}
          />
          <Checkbox isChecked={isChecked} onChange={setChecked} hint={t('severity.major.hint')}>
            {t('sound.on')}
          </Checkbox>
        </div>
        <div className={css('column')}>
          <SegmentedChoice
            label={t('severity.major')}
            segments={severities.map((key) => ({ key, word: t(`severity.${key}`) }))}
            chosen={severity}
            onChoose={setSeverity}
          />
          <SegmentedChoice
            label={t('cause.unknown')}
            layout="grid"
            segments={causes.map((key) => ({ key, word: t(`cause.${key}`) }))}
            chosen={cause}
            onChoose={setCause}
          />
          <SegmentedChoice
            label={t('severity.critical')}
            layout="stack"
            segments={severities.map((key, place) => ({
              key,
              word: t(`severity.${key}`),
              hint: t(`severity.${key}.hint`),
              keys: [String(place + 1)],
            }))}
            chosen={severity}
            onChoose={setSeverity}
          />
          <NumberStepper
            label={t('fact.unitsCounted')}
            aside={t('unit.EA', { quantity: 12 })}
            value={count}
            onChange={setCount}
            most={12}
          />
          <Progress label={t('shot.door')} share={0.62} detail={t('bar.photosPaused')} />
        </div>
        <PinField
          label={t('signIn.pinPlain')}
          value={pin}
          onChange={setPin}
          onSubmit={() => {}}
          submitWord={t('signIn.go')}
          problem={t('refusal.wrongPin', { triesLeft: 4 })}
        />
      </div>
      <div className={css('columns')}>
        <Notice title={t('signIn.offline')} icon="offline" />
        <Notice title={t('refused.seen')} tone="success" />
        <Notice
          title={t('handOver.warning', { count: 12 })}
          tone="warning"
          actions={<Button onPress={() => setOpen(true)}>{t('action.show')}</Button>}
        >
          {t('handOver.warning.body')}
        </Notice>
        <Notice title={t('refusal.diskFull', { free: '12 MB' })} tone="error">
          {t('refusal.diskFull.do')}
        </Notice>
      </div>
      <Sheet
        title={t('handOver.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        place="side"
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('handOver.stay')}</Button>
            <Button look="primary">{t('handOver.go')}</Button>
          </>
        }
      >
        {t('handOver.safe', { count: 12 })}
      </Sheet>
    </section>
  );
}
