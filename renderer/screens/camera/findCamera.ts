import { longSide } from './developing/fitted.ts';

/** Which camera a station uses: by its id, or by its name where the id has changed. */
export type ChosenCamera = { readonly id: string; readonly name: string };

/** Why there is no picture. */
export type CameraTrouble =
  | 'denied'
  | 'absent'
  /** Another program has it. */
  | 'busy'
  /** It was there and has gone. */
  | 'ended'
  /** It is there and sends nothing new. */
  | 'muted'
  /** It sends black. */
  | 'black';

/** What is kept of a picture at most: a camera that gives more gives it for nothing. */
const size = { width: { ideal: longSide }, height: { ideal: (longSide * 9) / 16 } };

/** What to ask the browser for: the chosen camera, or any where that one is not there. */
export async function findCamera(
  devices: MediaDevices,
  chosen: ChosenCamera | null,
): Promise<MediaTrackConstraints> {
  if (chosen === null) return size;
  const cameras = await camerasOf(devices);
  const found =
    cameras.find(({ id }) => id === chosen.id) ?? cameras.find(({ name }) => name === chosen.name);
  return found ? { ...size, deviceId: { exact: found.id } } : size;
}

/** Those with a name: before the first permission they have none, and no id either. */
export async function camerasOf(devices: MediaDevices): Promise<readonly ChosenCamera[]> {
  const all = await devices.enumerateDevices();
  return all.flatMap(({ kind, deviceId, label }) =>
    kind === 'videoinput' && deviceId !== '' && label !== '' ? [{ id: deviceId, name: label }] : [],
  );
}

/** The browser's own names for it, in the Media Capture standard. */
export function troubleOf(failure: unknown): CameraTrouble {
  const name = failure instanceof Error ? failure.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'absent';
}
