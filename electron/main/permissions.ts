import type { Session } from 'electron';
import { appOrigin } from '../../shared/desktop/desktopApi.ts';
import { isOwnAddress } from './ownOrigin.ts';

/** Denied by default. The page may use the camera without sound, and keep its database. */
export function restrictPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const camera = kinds.length > 0 && kinds.every((kind) => kind === 'video');
    answer(isOwnAddress(details.requestingUrl) && mayHave(permission, camera));
  });
  // Listing cameras by name is checked as `audio`; a microphone is refused when it is asked for, above.
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isOwnAddress(origin) ? mayHave(permission, true) : false,
  );
  session.setDevicePermissionHandler(() => false);
  // No dictionary is asked of a foreign host.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${appOrigin}/no-dictionaries/`);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * The page asks the main process for everything. Peer connections and connections opened ahead heed no
 * content security policy, but they heed the proxy: one where nobody listens.
 */
export async function reachNobody(session: Session): Promise<void> {
  await session.setProxy({ proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' });
}

function mayHave(permission: string, camera: boolean): boolean {
  if (permission === 'media') return camera;
  return permission === 'persistent-storage';
}
