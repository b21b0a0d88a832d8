import type { CardCommand } from '../../shared/barcodes/barcodeOwn.ts';
import { useKeys } from '../components/generic/keys/KeysProvider.tsx';
import { isCardInTheWay } from '../components/generic/surfaces/openSheets.ts';
import { useTurnAway } from './ScanFeed.tsx';

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

/**
 * Runs a command when its key is pressed; the others are answered as their cards would be, and so is one
 * that a sheet stands before.
 */
export function useCommandKeys(
  onCommand: (command: KeyedCommand, by: 'key') => void,
  taken: readonly KeyedCommand[] = keyed,
): void {
  const turnAway = useTurnAway();
  const run = (command: KeyedCommand) => (key: string) => {
    // Chosen by its name no key was pressed: what it was chosen in is closing.
    if (key !== '' && isCardInTheWay(document, command, 'key')) turnAway('key');
    else onCommand(command, 'key');
  };
  const does = (commands: readonly KeyedCommand[]) =>
    Object.fromEntries(commands.map((command) => [command, run(command)]));
  useKeys(does(taken), does(keyed.filter((command) => !taken.includes(command))));
}
