import type { CardCommand } from '../../shared/barcodes/barcodeOwn.ts';
import { useKeys } from '../components/generic/keys/KeysProvider.tsx';

const keyed = [
  'photo',
  'damaged',
  'hazard',
  'missing',
  'undo',
  'done',
  'ok',
] as const satisfies readonly CardCommand[];
/** A command card that has a key too. */
export type KeyedCommand = (typeof keyed)[number];

/** Runs a command when its key is pressed; the others are answered as their cards would be. */
export function useCommandKeys(
  onCommand: (command: KeyedCommand) => void,
  taken: readonly KeyedCommand[] = keyed,
): void {
  const does = (commands: readonly KeyedCommand[]) =>
    Object.fromEntries(commands.map((command) => [command, () => onCommand(command)]));
  useKeys(does(taken), does(keyed.filter((command) => !taken.includes(command))));
}
