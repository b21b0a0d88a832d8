import { FuseV1Options } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { packagingWith } from '../../build/package/electron-builder.config.mjs';
import { fuseConfig, fuses } from '../../build/package/fuses.mjs';

const packaging = packagingWith(true);

describe('the package', () => {
  test('holds what was built and nothing else', () => {
    expect(packaging.files).toEqual([
      'dist/renderer/**',
      'dist/printing/**',
      'dist/electron/**',
      '!dist/electron/rescue.cjs',
      'package.json',
      '!**/*.map',
      '!node_modules/**',
    ]);
    expect(packaging.asar).toBe(true);
  });

  test('brings the notices of others with it', () => {
    expect(packaging.extraFiles).toContainEqual({
      from: 'dist/THIRD-PARTY-NOTICES.txt',
      to: 'THIRD-PARTY-NOTICES.txt',
    });
  });

  test('has the tool for unsent work beside it, for the day the program does not start', () => {
    expect(packaging.extraFiles).toContainEqual({
      from: 'dist/electron/rescue.cjs',
      to: 'rescue.cjs',
    });
  });

  test('exists for Windows, macOS and Linux', () => {
    expect(packaging.win?.target).toEqual([{ target: 'nsis', arch: ['x64'] }]);
    expect(packaging.mac?.target).toEqual([{ target: 'dmg', arch: ['x64', 'arm64'] }]);
    expect(packaging.linux?.target).toEqual(['dir', 'deb', 'AppImage']);
  });

  test('leaves the journal alone when it is uninstalled', () => {
    expect(packaging.nsis?.deleteAppDataOnUninstall).toBe(false);
  });

  test('asks for the camera on macOS in words', () => {
    expect(packaging.mac?.extendInfo).toHaveProperty('NSCameraUsageDescription');
  });

  test('takes the Electron that is pinned, from nowhere but its makers', () => {
    expect(packaging).not.toHaveProperty('electronDist');
    expect(packaging).not.toHaveProperty('electronVersion');
    expect(packaging).not.toHaveProperty('electronDownload');
  });
});

describe('the fuses', () => {
  test('are all decided, and a new one stops packaging', () => {
    const known = Object.values(FuseV1Options).filter((it) => typeof it === 'number');
    expect(Object.keys(fuses).map(Number)).toEqual(known);
    expect(fuseConfig(true)).toMatchObject({ strictlyRequireAllFuses: true });
  });

  test('close every way to run other code', () => {
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    });
  });

  test('of the older Electron are the same, as far as it has them', () => {
    const { version: _version, resetAdHocDarwinSignature: _reset, ...flipped } = fuseConfig(false);
    expect(fuses).toMatchObject(flipped);
    expect(Object.keys(flipped)).toHaveLength(7);
  });
});
