// @ts-check
/** The checker as one file can carry settings of its own, in a block of data that no policy has to know. */

const SLOT = "pv-own-settings";
const PATTERN = new RegExp(`(<script type="application/json" id="${SLOT}">)([^<]*)(</script>)`);
/** The slot stands before the page's script, well within the first of the file. */
const HEAD_BYTES = 1 << 20;

/** The page's source up to its own script, before anything was changed; null where it is not one file. */
const PAGE_SOURCE = document.getElementById(SLOT) ? document.documentElement.outerHTML : null;
const OWN_SCRIPT = document.currentScript;

export const isSingleFile = PAGE_SOURCE !== null;

/**
 * The settings that this copy carries.
 * @returns {unknown} null where it has none; the text where it is not what was put in
 */
export function carriedSettings() {
  const text = document.getElementById(SLOT)?.textContent ?? "null";
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * This very page as a file, where it is one. Scripts behind its own were not there yet when its source was taken, and
 * are added as they stand: their text is unchanged, and so are the policy's hashes.
 */
export function ownSource() {
  const scripts = [...document.scripts];
  const later = scripts.slice(scripts.indexOf(/** @type {HTMLScriptElement} */ (OWN_SCRIPT)) + 1);
  const start = (PAGE_SOURCE ?? "").replace(/<\/body>\s*<\/html>\s*$/, "");
  const parts = later.flatMap((script) => ["\n<script>", script.textContent ?? "", "</script>"]);
  return new Blob(["<!doctype html>\n", start, ...parts, "\n</body>\n</html>\n"], { type: "text/html" });
}

/**
 * @param {Blob} edition
 * @param {object} settings as Python makes them
 * @returns {Promise<Blob | null>} null where `edition` is not the checker as one file
 */
export async function carrySettings(edition, settings) {
  const head = await edition.slice(0, HEAD_BYTES).text();
  const found = PATTERN.exec(head);
  if (!found) return null;
  const before = head.slice(0, found.index) + found[1];
  const size = new TextEncoder().encode(before + found[2]).length;
  const data = JSON.stringify(settings).replaceAll("<", "\\u003c");
  return new Blob([before, data, edition.slice(size)], { type: "text/html" });
}

/**
 * @param {Blob} edition
 * @param {{name: string, text: string}} profile
 * @param {string} author who is said to have made it
 */
export function carryProfile(edition, profile, author) {
  // Sweden writes dates as ISO does.
  const date = new Date().toLocaleDateString("sv", { timeZone: "Asia/Taipei" });
  return carrySettings(edition, { owner: author.trim() || "版型的建立者", date, files: [profile] });
}
