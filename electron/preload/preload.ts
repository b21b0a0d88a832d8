import { contextBridge, ipcRenderer } from 'electron';
import type { appOrigin, desktopChannel } from '../../shared/desktop/desktopApi.ts';
import { type DesktopAnswer, desktopNames } from '../../shared/desktop/desktopNames.ts';

// Types only: the schemas beside these values would make a sandboxed preload heavy.
const channel: typeof desktopChannel = 'quayside';
const origin: typeof appOrigin = 'app://quayside';

function invoke(name: string, input: unknown): Promise<DesktopAnswer> {
  return ipcRenderer.invoke(channel, name, input);
}

async function ask(name: string, input: unknown): Promise<unknown> {
  const answer = await invoke(name, input);
  if (answer.ok) return answer.value;
  throw new Error(`quayside ${name}: ${answer.failure}`);
}

if (location.origin === origin) {
  const desktop = desktopNames.map((name) => [name, (input: unknown) => ask(name, input)] as const);
  contextBridge.exposeInMainWorld('quayside', Object.fromEntries(desktop));
}
