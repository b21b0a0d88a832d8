import { type ReactNode, useState } from 'react';
import { Button, IconButton } from '../../../components/generic/fields/Button.tsx';
import { Checkbox } from '../../../components/generic/fields/Checkbox.tsx';
import { Select } from '../../../components/generic/fields/Select.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { Popout } from '../../../components/generic/surfaces/Popout.tsx';
import { asks } from '../../../queries/deskQueue/askOf.ts';
import type { DeskQueue } from '../../../queries/deskQueue/deskQueue.ts';
import {
  bands,
  dues,
  type FilterName,
  filterFrom,
  isFiltered,
  noFilter,
  type QueueFilter,
} from '../../../queries/deskQueue/queueFilter.ts';
import { prefer, useSession } from '../../../session/session.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import styles from './QueueFilters.module.css';
import { sayBand, sayFilter } from './sayFilter.ts';

type Props = {
  readonly queue: DeskQueue | undefined;
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
};

const any = 'any';
/** A person needs no more, and nobody fills the station with them. */
const mostViews = 12;

/** What the queue is filtered by, each with a way out, and the views this person keeps here. */
export function QueueFilters(props: Props & { readonly personId: string }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { filter, onFilter, personId, queue } = props;
  const views = useSession(({ deskViews }) => deskViews[personId]) ?? [];
  const keep = (next: typeof views) =>
    prefer({ deskViews: { ...useSession.getState().deskViews, [personId]: next } });
  const names = Object.keys(filter).filter((name): name is FilterName => name in filter);
  return (
    <div className={styles['filters']}>
      {views.length > 0 && (
        <div className={styles['views']} role="group" aria-label={t('queue.views')}>
          <Button look={isFiltered(filter) ? 'bare' : 'quiet'} onPress={() => onFilter(noFilter)}>
            {t('queue.view.all')}
          </Button>
          {views.map((view) => (
            <span key={view.name} className={styles['view']}>
              <Button
                look={isSame(filterFrom(view.filter), filter) ? 'quiet' : 'bare'}
                onPress={() => onFilter(filterFrom(view.filter))}
              >
                {view.name}
              </Button>
              <IconButton
                icon="cross"
                label={t('queue.view.drop', { name: view.name })}
                onPress={() => keep(views.filter((one) => one !== view))}
              />
            </span>
          ))}
        </div>
      )}
      {names.map((name) => (
        <Button
          key={name}
          look="quiet"
          icon="cross"
          label={t('queue.filter.drop', { name: sayFilter(wording, name, filter, queue) })}
          onPress={() => onFilter(without(filter, name))}
        >
          {sayFilter(wording, name, filter, queue)}
        </Button>
      ))}
      {names.length > 1 && (
        <Button look="bare" onPress={() => onFilter(noFilter)}>
          {t('queue.filter.clear')}
        </Button>
      )}
      <Popout icon="filter" label={t('queue.filter')} isNamed>
        <Choices {...props} />
        {isFiltered(filter) && views.length < mostViews && (
          <SaveView
            onSave={(name) =>
              keep([...views.filter((one) => one.name !== name), { name, filter: keptOf(filter) }])
            }
          />
        )}
      </Popout>
    </div>
  );
}

function Choices({ filter, onFilter, queue }: Props): ReactNode {
  const wording = useWording();
  const { t, formatNumber } = wording;
  const select = (
    name: Exclude<FilterName, 'unaccepted'>,
    choices: readonly { readonly key: string; readonly word: string; readonly hint?: string }[],
  ) => (
    <Select
      label={t(`queue.filter.${name}`)}
      chosen={filter[name] ?? any}
      onChoose={(key) =>
        onFilter(
          filterFrom({ ...keptOf(without(filter, name)), ...(key !== any && { [name]: key }) }),
        )
      }
      choices={[{ key: any, word: t('queue.filter.any') }, ...choices]}
    />
  );
  const counted = (count: number) => ({ hint: formatNumber(count) });
  return (
    <div className={styles['choices']}>
      {select(
        'client',
        (queue?.clients ?? []).map(({ key, word, count }) => ({ key, word, ...counted(count) })),
      )}
      {select(
        'reason',
        (queue?.reasons ?? []).map(({ key, count }) => ({
          key,
          word: sayFilter(wording, 'reason', { reason: key }, queue),
          ...counted(count),
        })),
      )}
      {select(
        'ask',
        asks.map((key) => ({
          key,
          word: t(`queue.ask.${key}`),
          ...counted(queue?.asked[key] ?? 0),
        })),
      )}
      {select(
        'due',
        dues.map((key) => ({ key, word: t(`queue.due.${key}`) })),
      )}
      {select(
        'value',
        bands.map((key) => ({ key, word: sayBand(wording, key) })),
      )}
      {select(
        'carrier',
        (queue?.carriers ?? []).map(({ key, word, count }) => ({ key, word, ...counted(count) })),
      )}
      <Checkbox
        isChecked={filter.unaccepted === 'yes'}
        onChange={(isWanted) =>
          onFilter(isWanted ? { ...filter, unaccepted: 'yes' } : without(filter, 'unaccepted'))
        }
      >
        {t('queue.filter.unaccepted')}
      </Checkbox>
    </div>
  );
}

function SaveView(props: { readonly onSave: (name: string) => void }): ReactNode {
  const { t } = useWording();
  const [name, setName] = useState('');
  return (
    <form
      className={styles['save']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        props.onSave(name.trim());
        setName('');
      }}
    >
      <TextField label={t('queue.view.name')} value={name} onChange={setName} most={40} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('queue.view.save')}
      </Button>
    </form>
  );
}

function without(filter: QueueFilter, name: FilterName): QueueFilter {
  const { [name]: _gone, ...rest } = filter;
  return rest;
}

function keptOf(filter: QueueFilter): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function isSame(a: QueueFilter, b: QueueFilter): boolean {
  const [one, other] = [keptOf(a), keptOf(b)];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
