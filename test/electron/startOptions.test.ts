import { describe, expect, test } from 'vitest';
import { refusedSwitch } from '../../electron/main/refuseSwitches.ts';
import { startOptions } from '../../electron/main/startOptions.ts';

const env = {
  QUAYSIDE_CENTRAL_URL: 'http://127.0.0.1:7420',
  QUAYSIDE_ENROLMENT_CODE: 'CODE-123',
  QUAYSIDE_DEMO: '1',
  QUAYSIDE_QUIT_WITHOUT_ASKING: '1',
  VITE_DEV_SERVER_URL: 'http://127.0.0.1:5173/',
};

describe('what the environment decides', () => {
  test('everything while the application is being written', () => {
    expect(startOptions({ argv: ['electron', '.'], env, isPackaged: false })).toEqual({
      centralUrl: 'http://127.0.0.1:7420',
      suggestedCentralUrl: 'http://127.0.0.1:7420',
      offeredCode: 'CODE-123',
      demo: true,
      developmentServer: 'http://127.0.0.1:5173/',
      asksBeforeQuitting: false,
    });
  });

  test('nothing but a suggested address in a release build', () => {
    expect(startOptions({ argv: ['quayside'], env, isPackaged: true })).toEqual({
      centralUrl: null,
      suggestedCentralUrl: 'http://127.0.0.1:7420',
      offeredCode: null,
      demo: false,
      developmentServer: null,
      asksBeforeQuitting: true,
    });
  });

  test('the demo in a release build that is asked for it, still without a development server', () => {
    expect(startOptions({ argv: ['quayside', '--demo'], env, isPackaged: true })).toMatchObject({
      centralUrl: 'http://127.0.0.1:7420',
      offeredCode: 'CODE-123',
      demo: true,
      developmentServer: null,
      asksBeforeQuitting: true,
    });
  });

  test.each([
    ['nothing is set', {}],
    ['it is empty', { QUAYSIDE_CENTRAL_URL: '', QUAYSIDE_ENROLMENT_CODE: '', QUAYSIDE_DEMO: '' }],
  ])('nothing when %s', (_, nothing) => {
    const none = startOptions({ argv: [], env: nothing, isPackaged: false });
    expect(none).toMatchObject({ centralUrl: null, offeredCode: null, demo: false });
  });
});

describe('switches a release build refuses', () => {
  test.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--remote-debugging-port', 'remote-debugging-port'],
    ['-remote-debugging-pipe', 'remote-debugging-pipe'],
    ['--Disable-Web-Security', 'disable-web-security'],
    ['--ignore-certificate-errors', 'ignore-certificate-errors'],
    ['--ignore-certificate-errors-spki-list=x', 'ignore-certificate-errors-spki-list'],
    ['--load-extension=/tmp/x', 'load-extension'],
    ['--js-flags=--expose-gc', 'js-flags'],
    ['--proxy-server=http://x', 'proxy-server'],
    ['--proxy-pac-url=http://x', 'proxy-pac-url'],
    ['--host-resolver-rules=MAP * x', 'host-resolver-rules'],
    ['--inspect=0', 'inspect'],
    ['--inspect-brk', 'inspect-brk'],
  ])('%s', (argument, name) => {
    expect(refusedSwitch(['--lang=de', argument], 'linux')).toBe(name);
  });

  test('on Windows also with a slash, where elsewhere a path begins', () => {
    expect(refusedSwitch(['/proxy-server=x'], 'win32')).toBe('proxy-server');
    expect(refusedSwitch(['/proxy-server/file'], 'linux')).toBeNull();
  });

  test('no others', () => {
    const harmless = ['--user-data-dir=/x', '--lang=de', '--demo', '--no-sandbox', 'proxy-server'];
    expect(refusedSwitch([...harmless, '--proxy-serverless', '--'], 'linux')).toBeNull();
  });
});
