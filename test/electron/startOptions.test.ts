import { describe, expect, test } from 'vitest';
import { refusedStart, takeAwayVariables } from '../../electron/main/refusedStart.ts';
import { startOptions } from '../../electron/main/startOptions.ts';

const env = {
  QUAYSIDE_CENTRAL_URL: 'http://127.0.0.1:7420',
  QUAYSIDE_ENROLMENT_CODE: 'CODE-123',
  QUAYSIDE_DEMO: '1',
  QUAYSIDE_QUIT_WITHOUT_ASKING: '1',
  QUAYSIDE_STAY_CLOSED: '1',
  QUAYSIDE_PAGE_ENDS_WITHIN_MS: '500',
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
      startsAgain: false,
      asksBeforeQuitting: false,
      pageEndsWithinMs: 500,
    });
  });

  test('nothing but a suggested address in a release build', () => {
    expect(startOptions({ argv: ['quayside'], env, isPackaged: true })).toEqual({
      centralUrl: null,
      suggestedCentralUrl: 'http://127.0.0.1:7420',
      offeredCode: null,
      demo: false,
      developmentServer: null,
      startsAgain: true,
      asksBeforeQuitting: true,
      pageEndsWithinMs: null,
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

describe('what a release build does not start with', () => {
  const switchRefused = (argv: readonly string[], platform = 'linux') =>
    refusedStart({ argv, platform, isRoot: false });

  test.each([
    ['--remote-debugging-port=9222', '--remote-debugging-port'],
    ['--remote-debugging-port', '--remote-debugging-port'],
    ['-remote-debugging-pipe', '--remote-debugging-pipe'],
    ['--Disable-Web-Security', '--disable-web-security'],
    ['--ignore-certificate-errors-spki-list=x', '--ignore-certificate-errors-spki-list'],
    ['--load-extension=/tmp/x', '--load-extension'],
    ['--js-flags=--expose-gc', '--js-flags'],
    ['--proxy-server=http://x', '--proxy-server'],
    ['--host-resolver-rules=MAP * x', '--host-resolver-rules'],
    ['--inspect=0', '--inspect'],
    ['--no-sandbox', '--no-sandbox'],
    ['--password-store=basic', '--password-store'],
    ['--gpu-launcher=/tmp/x', '--gpu-launcher'],
    ['--enable-features=X', '--enable-features'],
    ['--whatever-comes-next', '--whatever-comes-next'],
  ])('%s', (argument, name) => {
    expect(switchRefused(['--lang=de', argument])).toBe(name);
  });

  test('on Windows also with a slash, where elsewhere a path begins', () => {
    expect(switchRefused(['/proxy-server=x'], 'win32')).toBe('--proxy-server');
    expect(switchRefused(['/proxy-server/file'])).toBeNull();
  });

  test('not the switches that open nothing, nor what is no switch', () => {
    const harmless = ['--user-data-dir=/x', '--lang=de', '--demo', '--updated', 'proxy-server'];
    expect(switchRefused([...harmless, '--force-device-scale-factor=2', '--'])).toBeNull();
    expect(switchRefused(['-psn_0_12345'], 'darwin')).toBeNull();
  });

  test('but root, to whom Chromium gives no sandbox', () => {
    const asRoot = (argv: readonly string[]) =>
      refusedStart({ argv, platform: 'linux', isRoot: true });
    expect(asRoot(['--no-sandbox'])).toBeNull();
    expect(asRoot(['--no-sandbox', '--no-zygote'])).toBe('--no-zygote');
  });
});

test('a release build heeds no variable that writes down keys, leads elsewhere or brings code along', () => {
  const usual = { PATH: '/bin', HOME: '/h', LANG: 'de_DE', no_proxy: 'x', QUAYSIDE_DEMO: '1' };
  const given = {
    ...usual,
    SSLKEYLOGFILE: 'k',
    https_proxy: 'p',
    ALL_PROXY: '',
    NODE_OPTIONS: '-r x',
  };
  expect(takeAwayVariables(given)).toEqual([
    'SSLKEYLOGFILE',
    'https_proxy',
    'ALL_PROXY',
    'NODE_OPTIONS',
  ]);
  expect(given).toEqual(usual);
});
