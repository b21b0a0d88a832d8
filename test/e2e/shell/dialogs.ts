import type { Shell } from './shellStation.ts';

/** Answers the native dialogs instead of a person, and remembers what they said. */
export async function answerDialogs(shell: Shell, button: number): Promise<void> {
  await shell.app.evaluate(({ dialog }, response) => {
    const said: unknown[] = [];
    Reflect.set(globalThis, 'dialogs', said);
    dialog.showMessageBox = async (...given: readonly unknown[]) => {
      said.push(given.at(-1));
      return { response, checkboxChecked: false };
    };
  }, button);
}

export function dialogsOf(shell: Shell): Promise<unknown> {
  return shell.app.evaluate((): unknown => Reflect.get(globalThis, 'dialogs'));
}
