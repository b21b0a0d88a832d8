import type { ReactNode } from 'react';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { Popout } from '../../components/generic/surfaces/Popout.tsx';
import { languageKeys, languages } from '../../wording/languages.ts';
import { useOfficeWording } from './OfficeSpeaking.tsx';
import { type OfficePreferences, themes } from './officePreferences.ts';

const icons = { light: 'sun', dark: 'moon', contrast: 'contrast' } as const;

/** Language and appearance, in this browser. */
export function Preferences(props: {
  readonly preferences: OfficePreferences;
  readonly onChoose: (preferences: OfficePreferences) => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const { preferences, onChoose } = props;
  return (
    <Popout label={t('office.preferences')} icon="globe">
      <SegmentedChoice
        label={t('language.title')}
        layout="stack"
        chosen={preferences.language}
        onChoose={(language) => onChoose({ ...preferences, language })}
        segments={languageKeys.map((key) => ({ key, word: languages[key].name }))}
      />
      <SegmentedChoice
        label={t('theme.title')}
        layout="stack"
        chosen={preferences.theme}
        onChoose={(theme) => onChoose({ ...preferences, theme })}
        segments={themes.map((key) => ({ key, word: t(`theme.${key}`), icon: icons[key] }))}
      />
    </Popout>
  );
}
