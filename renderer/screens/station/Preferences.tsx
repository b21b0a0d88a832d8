import type { ReactNode } from 'react';
import type { Site } from '../../../shared/facts/documents.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { NumberStepper } from '../../components/generic/fields/NumberStepper.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { playTone } from '../../components/sound/tones.ts';
import { prefer, useSession } from '../../session/session.ts';
import { languages } from '../../wording/languages.ts';
import { languagesAt, spokenAt } from '../../wording/languagesAt.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Station.module.css';

const css = classesOf(styles);
const themes = { light: 'sun', dark: 'moon', contrast: 'contrast' } as const;
const tones = ['success', 'warning', 'error'] as const;

type AtSite = { readonly site: Pick<Site, 'languages'> | null };

/** Appearance and language, of those the site offers; kept for this station. */
export function LookChoices({ site }: AtSite): ReactNode {
  const { t } = useWording();
  const { theme, language } = useSession();
  return (
    <>
      <SegmentedChoice
        label={t('theme.title')}
        segments={(['light', 'dark', 'contrast'] as const).map((key) => ({
          key,
          word: t(`theme.${key}`),
          icon: themes[key],
        }))}
        chosen={theme}
        onChoose={(chosen) => prefer({ theme: chosen })}
      />
      <SegmentedChoice
        label={t('language.title')}
        segments={languagesAt(site).map((key) => ({ key, word: languages[key].name }))}
        chosen={spokenAt(site, language)}
        onChoose={(chosen) => prefer({ language: chosen })}
      />
    </>
  );
}

/** Everything a person may choose here, with a test for each tone. */
export function Preferences({ site }: AtSite): ReactNode {
  const { t } = useWording();
  const { sound } = useSession();
  return (
    <div className={css('form')}>
      <LookChoices site={site} />
      <Checkbox isChecked={sound.on} onChange={(on) => prefer({ sound: { ...sound, on } })}>
        {t('sound.on')}
      </Checkbox>
      <NumberStepper
        label={t('sound.volume')}
        value={Math.round(sound.volume * 10)}
        least={0}
        most={10}
        isDisabled={!sound.on}
        onChange={(tenths) => prefer({ sound: { ...sound, volume: tenths / 10 } })}
      />
      <div className={css('actions')}>
        {tones.map((tone) => (
          <Button key={tone} icon="volume" onPress={() => playTone(tone, sound.volume)}>
            {t(`sound.test.${tone}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
