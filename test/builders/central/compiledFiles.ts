const kept = process.env['NODE_COMPILE_CACHE'];

/** For processes that are told little else: where `npm test` keeps what Node compiles of central. */
export const compiledFiles: Readonly<Record<string, string>> =
  kept === undefined ? {} : { NODE_COMPILE_CACHE: kept };
