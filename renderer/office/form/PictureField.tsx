import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { KeptPicture, officeRoot } from '../../../shared/office/officeApi.ts';
import { limits } from '../../../shared/sync/centralApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './Fields.module.css';

const css = classesOf(styles);
const types = KeptPicture.shape.mediaType.options;

type Sent =
  | { readonly kind: 'sending' | 'kept' | 'unreadable'; readonly name: string }
  | { readonly kind: 'tooLarge'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'trouble'; readonly name: string; readonly trouble: Trouble };

/**
 * A picture central keeps, named by the SHA-256 of its bytes: chosen as a file, which goes to central at
 * once and is named here, or its hash as somebody else brought it. The record says so once it is saved.
 */
export function PictureField(props: {
  readonly label: string;
  readonly help?: string;
  readonly problem: string | null;
  readonly isOptional: boolean;
  readonly value: string;
  readonly onChange: (sha256: string) => void;
}): ReactNode {
  const { t, formatBytes } = useOfficeWording();
  const [sent, setSent] = useState<Sent | null>(null);
  const { onChange, ...field } = props;

  async function send(file: File): Promise<void> {
    const { name } = file;
    if (file.size > limits.photoBytes) return setSent({ kind: 'tooLarge', name, bytes: file.size });
    setSent({ kind: 'sending', name });
    const bytes = new Uint8Array(await file.arrayBuffer());
    // By our own code: the browser's is there on https alone, and a page in a warehouse may have none.
    const hash = bytesToHex(sha256(bytes));
    const path = `${officeRoot}/pictures/${hash}`;
    const answer = await ask({ method: 'PUT', path, file: new Blob([bytes]) }, KeptPicture);
    if (answer.ok) {
      setSent({ kind: 'kept', name });
      return onChange(hash);
    }
    const { refusal } = answer;
    const isItself = refusal.kind === 'refused';
    return setSent(
      isItself ? { kind: 'unreadable', name } : { kind: 'trouble', name, trouble: refusal },
    );
  }

  const problem =
    sent?.kind === 'tooLarge'
      ? t('form.picture.tooLarge', { name: sent.name, most: formatBytes(limits.photoBytes) })
      : sent?.kind === 'unreadable'
        ? t('form.picture.unreadable', { name: sent.name })
        : props.problem;
  return (
    <div className={css('picture')}>
      <TextField
        {...field}
        look="mono"
        problem={problem}
        onChange={(text) => {
          setSent(null);
          onChange(text.trim().toLowerCase());
        }}
      />
      <div className={css('file')}>
        <FileTrigger
          acceptedFileTypes={types}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file) void send(file);
          }}
        >
          <Button
            icon="camera"
            look="quiet"
            isPending={sent?.kind === 'sending'}
            label={`${t('form.picture.choose')}: ${props.label}`}
          >
            {t('form.picture.choose')}
          </Button>
        </FileTrigger>
        <span role="status">
          {sent?.kind === 'kept' && t('form.picture.kept', { name: sent.name })}
        </span>
      </div>
      {sent?.kind === 'trouble' && <AskedTrouble trouble={sent.trouble} />}
    </div>
  );
}
