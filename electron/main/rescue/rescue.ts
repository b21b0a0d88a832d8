/**
 * Unsent work of a station whose application does not start any more. Needs Node 18 and nothing
 * else; the station's folder is only read.
 *
 *     rescue --from STATION-FOLDER --to FILE.quayside-rescue
 *            [--journal NAME]   a chain that an earlier station left in the folder
 *            [--accepted]       also what central had accepted, should central itself have lost it
 *            [--even-if-open]   although a living process seems to hold the folder
 *     rescue --list FILE.quayside-rescue [--code XXXX-XXXX-XXXX-XXXX]
 *
 * Ends with 0; 1 when part of the work could not be read or nothing was written; 2 when asked wrongly.
 */
import { errorCode } from '../../../shared/node/errorCode.ts';
import { rescueTool, usage } from './rescueTool.ts';

rescueTool(process.argv.slice(2), {
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
}).then(
  (ending) => {
    process.exitCode = ending;
  },
  (failure: unknown) => {
    const why = failure instanceof Error ? failure.message : 'failed';
    process.stderr.write(`${errorCode(failure) ?? ''} ${why}\n${usage}\n`);
    process.exitCode = 2;
  },
);
