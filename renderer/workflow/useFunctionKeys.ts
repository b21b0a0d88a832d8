import { useEffect, useRef } from 'react';
import type { CardCommand } from '../../shared/barcodes/barcodeOwn.ts';

/** Every command card has a key. F5, F8 and F12 stay free: reload, a scanner's separator, tools. */
export const functionKeys = {
  undo: 'F2',
  hazard: 'F3',
  damaged: 'F4',
  missing: 'F6',
  photo: 'F7',
  done: 'F9',
  ok: 'F10',
} as const satisfies Partial<Record<CardCommand, string>>;
export type KeyedCommand = keyof typeof functionKeys;
const keyedCommands = ['undo', 'damaged', 'hazard', 'missing', 'photo', 'done', 'ok'] as const;

/** Runs a command when its key is pressed, wherever the focus is. */
export function useFunctionKeys(onCommand: (command: KeyedCommand) => void, isOn = true): void {
  const latest = useRef(onCommand);
  useEffect(() => {
    latest.current = onCommand;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const command = keyedCommands.find((keyed) => functionKeys[keyed] === event.key);
      if (!command || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      latest.current(command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}
