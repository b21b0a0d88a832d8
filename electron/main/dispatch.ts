import { type Desktop, type DesktopName, desktopApi } from '../../shared/desktop/desktopApi.ts';
import type { DesktopAnswer, DesktopFailure } from '../../shared/desktop/desktopNames.ts';
import { mostPrintedBytes } from '../../shared/desktop/printingApi.ts';
import type { Log } from './log.ts';
import { weighsAtMost } from './weight.ts';

export type Dispatch = (
  name: unknown,
  input: unknown,
  isOurPage: boolean,
) => Promise<DesktopAnswer>;

const mostAtOnce = 100;
const mostBytes = 1024 * 1024;
/** What carries pictures. */
const heavy: Partial<Readonly<Record<DesktopName, number>>> = {
  keepPhoto: 16 * 1024 * 1024,
  printDocument: mostPrintedBytes + 4 * 1024 * 1024,
};

/**
 * The one door between page and operating system. Whatever comes in is checked here before an
 * ability sees it, and what an ability says is checked before the page does. Nothing is thrown, and
 * no message of an error leaves.
 */
export function dispatcher(desktop: Desktop, log: Log): Dispatch {
  let running = 0;

  async function answerTo(name: DesktopName, input: unknown): Promise<DesktopAnswer> {
    const { input: asked, output: promised } = desktopApi[name];
    if (!weighsAtMost(input, heavy[name] ?? mostBytes)) return failed('tooLarge');
    const parsed = asked.safeParse(input);
    if (!parsed.success) return failed('badInput');
    const said: unknown = await Reflect.apply(desktop[name], desktop, [parsed.data]);
    const checked = promised.safeParse(said);
    if (checked.success) return { ok: true, value: checked.data };
    const where = checked.error.issues.map((issue) => issue.path.join('.')).join(', ');
    log('badOutput', `${name}: ${where}`);
    return failed('badOutput');
  }

  return async (name, input, isOurPage) => {
    if (!isOurPage) return failed('notOurPage');
    if (!isDesktopName(name)) return failed('unknownName');
    if (running >= mostAtOnce) return failed('tooMany');
    running += 1;
    try {
      return await answerTo(name, input);
    } catch (failure) {
      log('abilityFailed', `${name}: ${failure instanceof Error ? failure.stack : 'unknown'}`);
      return failed('failed');
    } finally {
      running -= 1;
    }
  };
}

function isDesktopName(name: unknown): name is DesktopName {
  return typeof name === 'string' && Object.hasOwn(desktopApi, name);
}

function failed(failure: DesktopFailure): DesktopAnswer {
  return { ok: false, failure };
}
