import { type ReactNode, useState } from 'react';
import type { ClientId } from '../../../shared/ids.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useClients } from '../../queries/station/clients.ts';
import { useWording } from '../../wording/WordingProvider.tsx';

/** Who sent goods that came without papers, as far as anything on them says. */
export function ClientSheet(props: {
  readonly onChoose: (clientId: ClientId | null) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWording();
  const clients = useClients() ?? [];
  const [text, setText] = useState('');
  const asked = text.trim().toLowerCase();
  const shown = clients.filter((client) => client.name.toLowerCase().includes(asked));
  return (
    <Sheet
      title={t('blind.open')}
      isOpen
      width="wide"
      onClose={props.onClose}
      actions={
        <Button look="primary" icon="question" onPress={() => props.onChoose(null)}>
          {t('blind.client.unknown')}
        </Button>
      }
    >
      <TextField
        label={t('blind.client.search')}
        help={t('blind.client.help')}
        value={text}
        onChange={setText}
        most={60}
      />
      <RowList
        label={t('blind.client.search')}
        rows={shown}
        keyOf={(client) => client.id}
        wordsOf={(client) => client.name}
        onOpen={(client) => props.onChoose(client.id)}
        empty={<EmptyState size="part" title={t('blind.client.none')} />}
      >
        {(client) => <ListRow title={client.name} end={client.country} />}
      </RowList>
    </Sheet>
  );
}
