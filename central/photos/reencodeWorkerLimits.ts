/** How the worker ends when a picture wants more than it gets. */
export const tooMuchMemory = 3;
export const tooMuchTime = 4;

export const mostMemory = 700 * 1024 * 1024;
/** Of a processor, so that a busy machine refuses nobody's picture. */
export const mostProcessorMs = 10_000;
/** More than any station's screen shows of it. */
export const longestSide = 2560;
