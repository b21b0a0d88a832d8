import { expect, test } from 'vitest';
import {
  acceptedMs,
  disputableCaseMs,
  draftMs,
  finishedCaseMs,
  stationSilenceMs,
  unsentUnderRetiredKeyMs,
  verifiedPhotoMs,
} from '../../../shared/cases/retention.ts';

test('what rests on something is kept no longer than that', () => {
  expect(verifiedPhotoMs).toBeLessThan(acceptedMs);
  // Behind a retired key nothing comes that a restored central could not be offered any more.
  expect(unsentUnderRetiredKeyMs).toBeLessThanOrEqual(acceptedMs);
  // A case evicts its drafts and its accepted facts: all of them are old by then.
  expect(Math.max(acceptedMs, draftMs)).toBeLessThan(stationSilenceMs);
  // Central evicts finished cases by name of the case alone: whoever was away longer starts over.
  expect(stationSilenceMs).toBeLessThan(finishedCaseMs);
  expect(finishedCaseMs).toBeLessThan(disputableCaseMs);
});
