import { type ReactNode, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { workplaceNames } from '../../../shared/facts/workplaces.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button, IconButton } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Icon, iconNames } from '../../components/generic/marks/Icon.tsx';
import { createWording, type WordingLanguage } from '../../wording/createWording.ts';
import { WordingProvider } from '../../wording/WordingProvider.tsx';
import { Fields } from './Fields.tsx';
import styles from './Gallery.module.css';
import { Lists } from './Lists.tsx';
import { Marks } from './Marks.tsx';
import { words } from './words.ts';

const css = classesOf(styles);
const themes = ['light', 'dark', 'contrast'] as const;
const spoken: readonly WordingLanguage[] = ['en', 'de', 'es', 'zh', 'pseudo', 'pseudoRtl'];

/** Every component in every theme and density, for looking at and for the accessibility checker. */
export function Gallery(): ReactNode {
  const asked = new URLSearchParams(window.location.search);
  const [theme, setTheme] = useState(themes.find((it) => it === asked.get('theme')) ?? 'light');
  const [density, setDensity] = useState(
    workplaceNames.find((it) => it === asked.get('density')) ?? 'desk',
  );
  const [language, setLanguage] = useState(
    spoken.find((it) => it === asked.get('language')) ?? 'en',
  );
  const wording = createWording({ language, zone: 'America/New_York' });
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = theme;
    root.dataset['density'] = density;
    root.dir = wording.direction;
    root.lang = wording.tag;
  }, [theme, density, wording.direction, wording.tag]);
  return (
    <WordingProvider wording={wording}>
      <I18nProvider locale={wording.tag}>
        <main className={css('page')}>
          <header className={css('head')}>
            <h1 className={css('title')}>{words.title}</h1>
            <div className={css('choices')}>
              <Choice label="theme" of={themes} chosen={theme} onChoose={setTheme} />
              <Choice label="density" of={workplaceNames} chosen={density} onChoose={setDensity} />
              <Choice label="language" of={spoken} chosen={language} onChoose={setLanguage} />
            </div>
          </header>
          <Marks />
          <section className={css('section')}>
            <SectionHead title="Buttons" />
            <div className={css('line')}>
              <Button look="primary" size="primary" icon="check" keys={['F2']}>
                {wording.t('enrol.go')}
              </Button>
              <Button look="primary">{wording.t('signIn.go')}</Button>
              <Button icon="undo" keys={['F9']}>
                {wording.t('action.undo')}
              </Button>
              <Button>{wording.t('action.cancel')}</Button>
              <Button look="danger" icon="cross">
                {wording.t('decision.decline')}
              </Button>
              <Button look="bare" icon="signOut">
                {wording.t('bar.handOver')}
              </Button>
              <Button isDisabled>{wording.t('action.save')}</Button>
              <Button look="primary" isDisabled>
                {wording.t('action.save')}
              </Button>
              <IconButton icon="globe" label={wording.t('language.title')} look="quiet" />
            </div>
          </section>
          <Fields />
          <Lists />
          <section className={css('section')}>
            <SectionHead title="Icons" count={String(iconNames.length)} />
            <ul className={css('icons')}>
              {iconNames.map((name) => (
                <li key={name}>
                  <Icon name={name} size="large" />
                  <span>{name}</span>
                </li>
              ))}
            </ul>
          </section>
        </main>
      </I18nProvider>
    </WordingProvider>
  );
}

function Choice<K extends string>(props: {
  readonly label: string;
  readonly of: readonly K[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
}): ReactNode {
  return (
    <SegmentedChoice
      label={props.label}
      isLabelHidden
      segments={props.of.map((key) => ({ key, word: key }))}
      chosen={props.chosen}
      onChoose={props.onChoose}
    />
  );
}
