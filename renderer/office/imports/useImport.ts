import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import {
  ImportState,
  importsApi,
  importUploadPath,
  Looked,
  type SaidOfTable,
  type StartImport,
  type TableKind,
  Upload,
} from '../../../shared/sync/importsApi.ts';
import { type Asked, ask, type Trouble } from '../asking/ask.ts';
import { useSignedOut } from '../asking/SignedOut.tsx';

export type LookedAt = Extract<Looked, { kind: 'looked' }>;

export type SaidOfFile = SaidOfTable & { readonly kind?: TableKind };

/** A file that was brought, as far as it has come. */
export type Open = {
  readonly upload: Upload;
  readonly said: SaidOfFile;
  readonly looked: Looked;
  /** null: it was neither tested nor brought in as it is said now. */
  readonly state: ImportState | null;
};

export type Wish = Pick<StartImport, 'mode' | 'full' | 'goOn'>;

export type Busy = 'bringing' | 'looking' | 'running' | null;

const askedEveryMs = 400;
const nothingSaid: SaidOfFile = { source: 'erp', file: {}, columns: {}, codes: [] };

/** One file at a time: bring it, say how it is read, test it, bring it in. */
export function useImport() {
  const signedOut = useSignedOut();
  const [open, setOpen] = useState<Open | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** Counts what was asked: an answer that was overtaken is dropped. */
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  async function asked<S extends z.ZodType>(what: Asked, schema: S): Promise<z.output<S> | null> {
    const mine = turn.current;
    const answer = await ask(what, schema);
    if (mine !== turn.current) return null;
    if (answer.ok) return answer.value;
    setBusy(null);
    if (answer.refusal.kind === 'signedOut') signedOut();
    else setTrouble(answer.refusal);
    return null;
  }

  function begin(doing: Busy): void {
    turn.current += 1;
    setTrouble(null);
    setBusy(doing);
  }

  const post = (upload: Upload, what: 'look' | 'run' | 'stop' | 'forget', body: object): Asked => ({
    method: 'POST',
    path: `${importUploadPath}/${upload.id}/${what}`,
    body,
  });

  async function look(upload: Upload, said: SaidOfFile): Promise<void> {
    setBusy('looking');
    const looked = await asked(post(upload, 'look', said), Looked);
    if (looked === null) return;
    setBusy(null);
    setOpen({ upload, said, looked, state: null });
  }

  async function bring(file: File): Promise<void> {
    begin('bringing');
    const path = `${importUploadPath}?name=${encodeURIComponent(file.name)}`;
    const upload = await asked({ method: 'POST', path, file }, Upload);
    if (upload) await look(upload, { ...nothingSaid, source: open?.said.source ?? 'erp' });
  }

  async function say(said: SaidOfFile): Promise<void> {
    if (open === null) return;
    begin('looking');
    setOpen({ ...open, said, state: null });
    await look(open.upload, said);
  }

  async function run(wish: Wish): Promise<void> {
    if (open?.looked.kind !== 'looked') return;
    begin('running');
    const { upload, said, looked } = open;
    const body = { ...said, kind: looked.table, ...wish };
    let state = await asked(post(upload, 'run', body), ImportState);
    while (state !== null) {
      setOpen({ ...open, state });
      if (state.phase === 'done') return setBusy(null);
      await new Promise((resolve) => setTimeout(resolve, askedEveryMs));
      state = await asked({ path: `${importUploadPath}/${upload.id}` }, ImportState);
    }
  }

  async function stop(): Promise<void> {
    if (open) await ask(post(open.upload, 'stop', {}), importsApi.stopImport.response);
  }

  function close(): void {
    if (open) void ask(post(open.upload, 'forget', {}), z.unknown());
    begin(null);
    setOpen(null);
  }

  return { open, busy, trouble, bring, say, run, stop, close };
}

export type Importing = ReturnType<typeof useImport>;
