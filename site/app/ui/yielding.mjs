// @ts-check
/** Work on long lists in bites, between which the page answers its user. */

/** Milliseconds of work at a stretch; the page counts as standing still from 50 on. */
const BITE = 10;

export class Breath {
  #since = performance.now();

  /** Whether it is time to let the page answer: then `await breath.draw()`. A short piece of work never waits. */
  get due() {
    return performance.now() - this.#since > BITE;
  }

  async draw() {
    await letPageAnswer();
    this.#since = performance.now();
  }
}

/** @returns {Promise<void>} after whatever else waits for its turn */
export function letPageAnswer() {
  const { scheduler } = /** @type {{scheduler?: {yield?: () => Promise<void>}}} */ (globalThis);
  // Older browsers: a timer, which comes a few milliseconds late when asked for again and again.
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
