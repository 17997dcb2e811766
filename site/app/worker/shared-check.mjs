// @ts-check
/** One check by several workers: each gets the whole batch, the files are handed out by number, one worker reports. */

/** @import { Batch, Checked, OnProgress, Progress } from "./messages.d.ts" */

/** @typedef {import("./runner.mjs").Runner} Runner */

/** More than this would take the memory of other programs. */
const MOST_WORKERS = 4;
/** Bytes of data that are checked while another Python starts: a helper must have more than this to take off. */
export const START_WORTH = 6_000_000;
/** Files of this many bytes together are handed out at once: each message costs a little. */
const PORTION_BYTES = 400_000;

/** Whether the computer has room for one Python only. Browsers that do not say are taken for ordinary ones. */
export function lowMemory() {
  const { deviceMemory = 4 } = /** @type {Navigator & {deviceMemory?: number}} */ (navigator);
  return deviceMemory <= 2;
}

/**
 * How many workers besides the first are worth their start.
 * @param {number[]} sizes of the files
 * @param {number} startWorth bytes that each worker must have to check
 */
export function helpersFor(sizes, startWorth) {
  const { hardwareConcurrency = 2 } = navigator;
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const most = Math.min(hardwareConcurrency, MOST_WORKERS, sizes.length);
  return Math.max(0, Math.min(most, Math.floor(bytes / startWorth)) - 1);
}

/**
 * @param {Runner} lead
 * @param {(sizes: number[]) => Runner[]} findHelpers starting or ready; the first takes work as soon as it can
 * @param {Batch} payload of a `check`
 * @param {OnProgress} onProgress
 * @returns {Promise<Checked>} the answer to the `check`
 */
export async function checkShared(lead, findHelpers, payload, onProgress) {
  const { sizes } = await lead.call("share", payload);
  // Alone, it tells more of its progress.
  if (sizes.length < 2) return lead.call("check", payload, { onProgress });
  const queue = portions(sizes);
  /** @type {Set<Promise<void>>} */
  const working = new Set();
  /** @type {Blob[]} */
  const resultFiles = [];
  let begun = 0;
  const options = {
    onProgress: (/** @type {Progress} */ event) => {
      // Each worker knows of its own files only.
      if (event.stage === "read") onProgress({ ...event, index: begun, share: begun++ / (event.files ?? 1) });
      else if (event.stage === "batch") onProgress(event);
    },
  };

  /** @param {Runner} helper */
  async function help(helper) {
    /** @type {number[] | undefined} */
    let portion;
    try {
      await helper.call("share", payload);
      while ((portion = queue.shift())) {
        const { bytes } = await helper.call("part", { take: portion, own: false }, options);
        resultFiles.push(new Blob([bytes]));
      }
      await helper.call("clear", {});
    } catch {
      // A helper that is gone leaves its files to the others.
      helper.stop("could not help");
      if (portion) queue.push(portion);
    }
  }

  try {
    for (const helper of findHelpers(sizes)) {
      helper.ready.then(() => {
        if (queue.length === 0) return;
        const work = help(helper).finally(() => working.delete(work));
        working.add(work);
      }, () => {});
    }
    while (queue.length > 0 || working.size > 0) {
      const portion = queue.shift();
      if (portion) await lead.call("part", { take: portion, own: true }, options);
      else await Promise.all(working);
    }
    return await lead.call("merge", { files: resultFiles.map((file) => ({ name: "part", file })) }, options);
  } finally {
    queue.length = 0;
  }
}

/**
 * The files by number, the largest first, so that no worker is left alone with a large one; small ones together.
 * @param {number[]} sizes
 */
function portions(sizes) {
  const order = sizes.map((_, index) => index).sort((one, other) => sizes[other] - sizes[one]);
  /** @type {number[][]} */
  const all = [];
  let capacity = 0;
  for (const index of order) {
    if (all.length === 0 || sizes[index] > capacity) {
      all.push([]);
      capacity = PORTION_BYTES;
    }
    all[all.length - 1].push(index);
    capacity -= sizes[index];
  }
  return all;
}
