// @ts-check
/** The parts of the manual that one file holds as the source of the search. */

/**
 * @param {HTMLElement} manual each page is a `details` of its own in it
 * @returns {import("./search-dialog.mjs").Source}
 */
export function heldPages(manual) {
  /** @type {Map<string, HTMLElement>} */
  const places = new Map();
  return {
    load: () => [...manual.querySelectorAll(":scope > details")].flatMap((page) => entriesOf(page, places)),
    href: (url) => `#${url}`,
    follow: (url) => requestAnimationFrame(() => show(places.get(url))),
    guides: ["manual/faq", "manual/contacts"],
  };
}

/**
 * One entry a heading, as the site's index has them.
 * @param {Element} page
 * @param {Map<string, HTMLElement>} places by the entry's `url`
 */
function entriesOf(page, places) {
  const title = page.querySelector("summary")?.textContent ?? "";
  const entry = (/** @type {string} */ heading, /** @type {string} */ anchor) => ({
    title, heading, section: "使用說明摘要", url: `${page.getAttribute("data-page")}${anchor}`, text: "",
  });
  const entries = [entry("", "")];
  for (const part of page.children) {
    if (!(part instanceof HTMLElement)) continue;
    if (part.localName === "summary") places.set(entries[0].url, part);
    else if (/^h[23]$/.test(part.localName)) {
      entries.push(entry(part.textContent ?? "", `#${entries.length}`));
      places.set(entries[entries.length - 1].url, part);
    } else entries[entries.length - 1].text += ` ${textOf(part)}`;
  }
  return entries.map((made) => ({ ...made, text: made.text.replace(/\s+/g, " ").trim() }));
}

/** @param {HTMLElement} part its blocks parted by blanks, as a reader sees them parted */
function textOf(part) {
  const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
  for (const block of copy.querySelectorAll("p, li, td, th, dt, dd, br")) block.after(" ");
  return copy.textContent ?? "";
}

/** @param {HTMLElement | undefined} place opened where it is closed, and read out by its focus */
function show(place) {
  const page = place?.closest("details");
  if (!place || !page) return;
  page.open = true;
  if (place.localName !== "summary") place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}
