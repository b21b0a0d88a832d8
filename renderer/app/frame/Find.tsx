import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { rmaReaderOf } from '../../../shared/barcodes/rma/rmaForm.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import type { Site } from '../../../shared/facts/documents.ts';
import type { Workplace } from '../../../shared/facts/workplaces.ts';
import { isToldSums } from '../../../shared/sync/searchApi.ts';
import { usePressKey, useShownKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { keyNames, keys, namedKeys, placeKeys } from '../../components/generic/keys/keys.ts';
import { useReadyToFind } from '../../queries/find/useFound.ts';
import { useNow } from '../../queries/StationStorage.tsx';
import { type Act, FindSheet } from '../../screens/find/FindSheet.tsx';
import { prefer, useSession } from '../../session/session.ts';
import { askSearchOver } from '../../sync/transport/askSearch.ts';
import { fetchFromCentral } from '../../sync/transport/fetchFromCentral.ts';
import { languages } from '../../wording/languages.ts';
import { languagesAt } from '../../wording/languagesAt.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { useShellDeps } from './places.tsx';

const askSearch = askSearchOver(fetchFromCentral);
const themes = ['light', 'dark', 'contrast'] as const;

/** The palette, with what can be done on this screen and everywhere. */
export function Find(props: {
  readonly isOpen: boolean;
  readonly modes: readonly Workplace[];
  readonly onClose: () => void;
}): ReactNode {
  const { site } = useShellDeps();
  const { person } = useActionContext();
  const navigate = useNavigate();
  useReadyToFind();
  const now = useNow();
  const acts = useActs(props.modes, site);
  const rma = useMemo(() => rmaReaderOf(site?.rma), [site]);
  // Whose goods without a case are is said at the bench or the desk.
  const atGoods = props.modes.findLast((mode) => mode !== 'dock');
  return (
    <FindSheet
      isOpen={props.isOpen}
      rma={rma}
      telling={{
        today: localDateOf(new Date(now).toISOString(), site?.timeZone ?? 'UTC'),
        tellsSums: isToldSums(person.roles),
      }}
      acts={acts}
      ask={askSearch}
      places={props.modes}
      onOpenGoods={
        atGoods === undefined
          ? null
          : (goods) => void navigate({ to: `/${atGoods}`, search: { goods } })
      }
      onOpen={(caseId, place) => void navigate({ to: `/${place}`, search: { case: caseId } })}
      onClose={props.onClose}
    />
  );
}

/** From the one list of keys, of places and of what may be preferred. */
function useActs(modes: readonly Workplace[], site: Site | null): readonly Act[] {
  const { t } = useWording();
  const navigate = useNavigate();
  const press = usePressKey();
  const shown = useShownKeys();
  const { sound } = useSession();
  const places = modes.map((place, at): Act => {
    const key = placeKeys[at];
    return {
      key: `act place ${place}`,
      word: t('find.act.place', { place: t(`mode.${place}`) }),
      keys: key ? keyNames(key) : null,
      go: () => void navigate({ to: `/${place}` }),
    };
  });
  const station: Act = {
    key: 'act station',
    word: t('find.act.place', { place: t('bar.settings') }),
    keys: null,
    go: () => void navigate({ to: '/station' }),
  };
  const named = shown
    .filter((id) => namedKeys.includes(id))
    .map(
      (id): Act => ({
        key: `act ${id}`,
        word: t(keys[id].help === 'shortcuts.this' ? 'shortcuts.title' : keys[id].help),
        keys: keyNames(id),
        go: () => press(id),
      }),
    );
  const tones: Act = {
    key: 'act sound',
    word: t(sound.on ? 'find.act.soundOff' : 'find.act.soundOn'),
    keys: null,
    go: () => prefer({ sound: { ...sound, on: !sound.on } }),
  };
  const looks = themes.map(
    (theme): Act => ({
      key: `act theme ${theme}`,
      word: t('find.act.theme', { theme: t(`theme.${theme}`) }),
      keys: null,
      go: () => prefer({ theme }),
    }),
  );
  const spoken = languagesAt(site).map(
    (language): Act => ({
      key: `act language ${language}`,
      word: t('find.act.language', { language: languages[language].name }),
      keys: null,
      go: () => prefer({ language }),
    }),
  );
  return [...places, station, ...named, tones, ...looks, ...spoken];
}
