// @ts-check
/** Work on long lists in time slices, between which the page answers its user. */

/** Milliseconds of work at a stretch; the page counts as standing still from 50 on. */
const TIME_SLICE = 10;

export class Yielder {
  #since = performance.now();

  /** Whether it is time to let the page answer: then `await yielder.pause()`. Short work never waits. */
  get due() {
    return performance.now() - this.#since > TIME_SLICE;
  }

  async pause() {
    await yieldToPage();
    this.#since = performance.now();
  }
}

/** @returns {Promise<void>} after whatever else waits for its turn */
export function yieldToPage() {
  const { scheduler } = /** @type {{scheduler?: {yield?: () => Promise<void>}}} */ (globalThis);
  // Older browsers: a timer, which comes a few milliseconds late when asked for again and again.
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
