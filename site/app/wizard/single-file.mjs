// @ts-check
/** The checker as one file can carry a profile of its own, in a block of data that no policy has to know. */

const SLOT = "pv-built-in-profile";
const PATTERN = new RegExp(`(<script type="application/json" id="${SLOT}">)([^<]*)(</script>)`);
/** The slot stands before the page's script, well within the first of the file. */
const HEAD_BYTES = 1 << 20;

/** The page's source up to its own script, before anything was changed; null where it is not one file. */
const PAGE_SOURCE = document.getElementById(SLOT) ? document.documentElement.outerHTML : null;
const OWN_SCRIPT = document.currentScript;

export const isSingleFile = PAGE_SOURCE !== null;

/**
 * The profile that this copy carries.
 * @returns {{name: string, file: Blob} | null}
 */
export function embeddedProfile() {
  try {
    const embedded = JSON.parse(document.getElementById(SLOT)?.textContent ?? "null");
    return embedded && { name: String(embedded.name), file: new Blob([String(embedded.text)]) };
  } catch {
    return null;
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
 * @param {{name: string, text: string}} profile
 * @returns {Promise<Blob | null>} null where `edition` is not the checker as one file
 */
export async function embedProfile(edition, profile) {
  const head = await edition.slice(0, HEAD_BYTES).text();
  const found = PATTERN.exec(head);
  if (!found) return null;
  const before = head.slice(0, found.index) + found[1];
  const size = new TextEncoder().encode(before + found[2]).length;
  const data = JSON.stringify(profile).replaceAll("<", "\\u003c");
  return new Blob([before, data, edition.slice(size)], { type: "text/html" });
}
