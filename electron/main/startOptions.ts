export type StartOptions = {
  /** Stands above the address stored at the enrolment. */
  readonly centralUrl: string | null;
  /** Only offered in the enrolment form. */
  readonly suggestedCentralUrl: string | null;
  readonly offeredCode: string | null;
  readonly demo: boolean;
  /** Where Vite serves the page while it is being written. */
  readonly developmentServer: string | null;
  readonly asksBeforeQuitting: boolean;
  /** After a wipe; a test that drives the process opens it itself. */
  readonly startsAgain: boolean;
  /** Null for what a person is given. */
  readonly pageEndsWithinMs: number | null;
};

type Start = {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
};

/** What the environment may decide. In a release build hardly anything: others can set it. */
export function startOptions({ argv, env, isPackaged }: Start): StartOptions {
  const isTrusted = !isPackaged || isDemo({ argv });
  const said = (name: string) => {
    const value = env[name];
    return value === undefined || value === '' ? null : value;
  };
  return {
    centralUrl: isTrusted ? said('QUAYSIDE_CENTRAL_URL') : null,
    suggestedCentralUrl: said('QUAYSIDE_CENTRAL_URL'),
    offeredCode: isTrusted ? said('QUAYSIDE_ENROLMENT_CODE') : null,
    demo: isTrusted && (said('QUAYSIDE_DEMO') === '1' || isDemo({ argv })),
    developmentServer: isPackaged ? null : said('VITE_DEV_SERVER_URL'),
    startsAgain: isPackaged || said('QUAYSIDE_STAY_CLOSED') !== '1',
    pageEndsWithinMs: isPackaged ? null : wholeNumber(said('QUAYSIDE_PAGE_ENDS_WITHIN_MS')),
    asksBeforeQuitting: isPackaged || said('QUAYSIDE_QUIT_WITHOUT_ASKING') !== '1',
  };
}

/** The demo of a release build keeps everything in a folder of its own. */
export function isDemo({ argv }: Pick<Start, 'argv'>): boolean {
  return argv.includes('--demo');
}

function wholeNumber(said: string | null): number | null {
  return said !== null && /^\d{1,9}$/.test(said) ? Number(said) : null;
}
