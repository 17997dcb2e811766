// @ts-check
/** What every page of the site has: the search, and a menu button that works without a mouse. */

import { mountSearch } from "./search-dialog.mjs";

const opener = document.querySelector(".pv-search-open");
if (opener instanceof HTMLButtonElement) mountSearch(opener);

// The theme's menu button is a label for a check box: keys do nothing on it.
const menu = document.querySelector(".pv-menu");
if (menu instanceof HTMLElement) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    menu.click();
  });
}
