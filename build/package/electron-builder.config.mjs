import { rmSync } from 'node:fs';
import path from 'node:path';
import { fuseConfig } from './fuses.mjs';

/**
 * What electron-builder makes of dist/. `npm run package` runs it for the platform it is on.
 * @param {boolean} official whether the Electron that is packed is the one to ship
 * @returns {import('electron-builder').Configuration}
 */
export function packagingWith(official) {
  return {
    appId: 'com.quayside.station',
    productName: 'Quayside',
    copyright: 'Copyright © 2026 Quayside',
    directories: { output: 'out/package', buildResources: 'assets/icons' },
    // Vite bundles everything the application needs: no node_modules, no sources, no source maps.
    files: [
      'dist/renderer/**',
      'dist/printing/**',
      'dist/electron/**',
      '!dist/electron/rescue.cjs',
      'package.json',
      '!**/*.map',
      '!node_modules/**',
    ],
    extraFiles: [
      { from: 'dist/THIRD-PARTY-NOTICES.txt', to: 'THIRD-PARTY-NOTICES.txt' },
      // Beside the program, not inside: it is for the day the program does not start.
      { from: 'dist/electron/rescue.cjs', to: 'rescue.cjs' },
    ],
    asar: true,
    npmRebuild: false,
    publish: null,
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    electronLanguages: ['en-US', 'de', 'es', 'zh-CN'],
    afterPack: (context) => finishPack(context, official),

    win: { target: [{ target: 'nsis', arch: ['x64'] }] },
    nsis: {
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: true,
      // The station's journal may hold work nobody else has: it outlives the program.
      deleteAppDataOnUninstall: false,
    },
    mac: {
      target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
      category: 'public.app-category.business',
      hardenedRuntime: true,
      extendInfo: {
        NSCameraUsageDescription: 'Quayside takes photos of returned goods and reads their codes.',
      },
    },
    linux: {
      target: ['dir', 'deb', 'AppImage'],
      icon: 'assets/icons/icon.png',
      category: 'Office',
      syncDesktopName: true,
      synopsis: 'Inspection of returned goods',
      maintainer: 'Quayside founders <founders@quayside.example>',
      vendor: 'Quayside',
    },
    deb: {
      depends: [
        'libnss3',
        'libgtk-3-0 | libgtk-3-0t64',
        'libgbm1',
        'libasound2 | libasound2t64',
        'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
        'libxss1',
      ],
    },
  };
}

/** @param {import('electron-builder').AfterPackContext} context */
async function finishPack(context, official) {
  if (context.electronPlatformName === 'linux') {
    // Electron's own starter application: dead weight here, and a second way to start code.
    rmSync(path.join(context.appOutDir, 'resources/default_app.asar'), { force: true });
  }
  await context.packager.addElectronFuses(context, fuseConfig(official));
}

export default packagingWith(true);
