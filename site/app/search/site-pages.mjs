// @ts-check
/** The pages of the site as the source of the search. Their index is a plain script: a page from disk cannot fetch. */

import { el } from "../ui/dom.mjs";

/**
 * @param {string} root the way from this page to the site's root
 * @returns {import("./search-dialog.mjs").Source}
 */
export function sitePages(root) {
  return {
    load: () => globalThis.__pvSearchIndex ?? loadIndex(root),
    href: (url) => `${root}/${url}`,
    guides: ["manual/index.html", "manual/faq/", "manual/contacts/"],
  };
}

/**
 * @param {string} root
 * @returns {Promise<import("./search.mjs").Entry[]>}
 */
function loadIndex(root) {
  return new Promise((resolve, reject) => {
    const script = el("script", { src: `${root}/assets/search-index.js` });
    script.addEventListener("load", () => resolve(globalThis.__pvSearchIndex ?? []));
    script.addEventListener("error", () => reject(new Error("search index")));
    document.head.append(script);
  });
}
