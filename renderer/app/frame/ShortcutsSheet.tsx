import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { KeyHint, type KeyName } from '../../components/generic/keys/KeyHint.tsx';
import { useShownKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { type KeyId, keyNames, keys } from '../../components/generic/keys/keys.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import type { WordingId } from '../../wording/catalogues.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Shell.module.css';

const css = classesOf(styles);

type Helped = { readonly help: WordingId; readonly ways: readonly (readonly KeyName[])[] };
/** Every sheet hears it by itself. */
const closes: Helped = { help: 'shortcuts.close', ways: [['escape']] };

/** All keys, of this screen first. */
export function ShortcutsSheet(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const shown = useShownKeys();
  const here = helped(shown.filter((id) => !keys[id].isEverywhere));
  const everywhere = helped(shown.filter((id) => keys[id].isEverywhere));
  return (
    <Sheet title={t('shortcuts.title')} place="side" {...props}>
      <div className={css('shortcuts')}>
        {here.length > 0 && <Keys title={t('shortcuts.here')} helped={here} />}
        <Keys title={t('shortcuts.everywhere')} helped={[...everywhere, closes]} />
      </div>
    </Sheet>
  );
}

/** Keys that do the same stand in one row. */
function helped(ids: readonly KeyId[]): readonly Helped[] {
  return [...new Set(ids.map((id) => keys[id].help))].map((help) => ({
    help,
    ways: ids.filter((id) => keys[id].help === help).map(keyNames),
  }));
}

function Keys(props: { readonly title: string; readonly helped: readonly Helped[] }): ReactNode {
  const { t } = useWording();
  return (
    <section>
      <SectionHead level={3} title={props.title} />
      <dl className={css('keys')}>
        {props.helped.map(({ help, ways }) => (
          <div key={help} className={css('key')}>
            <dt>{t(help)}</dt>
            <dd>
              {ways.map((names) => (
                <KeyHint key={names.join(' ')} keys={names} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
