/**
 * How long things are kept before they are evicted, in milliseconds. They rest on one another
 * (`retention.test.ts` holds the order), so none is written anywhere else:
 * a station keeps what central accepted until no restored central can ask for it; one that was
 * silent for longer than `stationSilenceMs` reads everything anew, before central evicts the
 * first finished case without naming its facts.
 */
export const dayMs = 24 * 60 * 60 * 1000;

/** A photo's bytes at the station, after central verified them. */
export const verifiedPhotoMs = 7 * dayMs;

/** What central accepted, at the station: a central restored from a back-up asks for it again. */
export const acceptedMs = 30 * dayMs;

/** What was signed before a key was retired may come this much later. */
export const unsentUnderRetiredKeyMs = 30 * dayMs;

/** Nobody goes back to a finding begun a month ago. */
export const draftMs = 30 * dayMs;

/** A station that heard nothing for longer asks for everything that is there now. */
export const stationSilenceMs = 40 * dayMs;

/** A finished case at the stations, after the last thing that happened with it. */
export const finishedCaseMs = 45 * dayMs;

/** The policy names no period in which a client may dispute: longer than any we have agreed. */
export const disputableCaseMs = 90 * dayMs;
