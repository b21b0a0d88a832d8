import { bench } from '../../renderer/wording/en/bench.ts';
import { casePage } from '../../renderer/wording/en/casePage.ts';
import { codes } from '../../renderer/wording/en/codes.ts';
import { desk } from '../../renderer/wording/en/desk.ts';
import { dock } from '../../renderer/wording/en/dock.ts';
import { everywhere } from '../../renderer/wording/en/everywhere.ts';
import { find } from '../../renderer/wording/en/find.ts';
import { floor } from '../../renderer/wording/en/floor.ts';
import { policy } from '../../renderer/wording/en/policy.ts';
import { queue } from '../../renderer/wording/en/queue.ts';
import { refusals } from '../../renderer/wording/en/refusals.ts';
import { report } from '../../renderer/wording/en/report.ts';
import { rescue } from '../../renderer/wording/en/rescue.ts';
import { station } from '../../renderer/wording/en/station.ts';
import { why } from '../../renderer/wording/en/why.ts';
import { workList } from '../../renderer/wording/en/workList.ts';

export const areas = [
  bench,
  casePage,
  codes,
  everywhere,
  desk,
  dock,
  find,
  floor,
  policy,
  queue,
  refusals,
  report,
  rescue,
  station,
  why,
  workList,
] as const;
