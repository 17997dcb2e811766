// @ts-check
/** The page's first step in the edition that is one file: the checker, and a search over the manual that it holds. */

import { heldPages } from "../search/held-pages.mjs";
import { mountSearch } from "../search/search-dialog.mjs";
import "./main.mjs";

document.addEventListener("DOMContentLoaded", () => {
  const opener = document.querySelector(".pv-single-search");
  const manual = document.querySelector(".pv-single-manual");
  if (opener instanceof HTMLButtonElement && manual instanceof HTMLElement) mountSearch(opener, heldPages(manual));
});
