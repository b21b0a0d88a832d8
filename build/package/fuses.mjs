import { FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * Every switch burnt into the shipped executable, decided. A fuse that a future Electron adds
 * stops packaging until it is decided here.
 * @type {Readonly<Record<FuseV1Options, boolean>>}
 */
export const fuses = {
  // Nobody may use the application as a general Node, with its signature and its rights.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Only the packed application, unchanged, is loaded.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // Cookies are unused; should one ever be kept, it is encrypted.
  [FuseV1Options.EnableCookieEncryption]: true,
  // There is no snapshot of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app://, never from file://.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // The barcode decoder is WebAssembly, fastest and safest with the handlers Electron ships with.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** The carried Electron 25 ends before the last two. */
const knownToElectron25 = 7;

/**
 * @param {boolean} official
 * @returns {import('@electron/fuses').FuseConfig}
 */
export function fuseConfig(official) {
  const common = { version: FuseVersion.V1, resetAdHocDarwinSignature: true };
  if (official) return { ...common, strictlyRequireAllFuses: true, ...fuses };
  const known = Object.entries(fuses).filter(([fuse]) => Number(fuse) < knownToElectron25);
  return { ...common, ...Object.fromEntries(known) };
}
