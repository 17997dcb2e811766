// @ts-check
/** What every page of the site has: the search, a menu button, wide tables that work without a mouse, its copy for
 * offline use. */

import { keepOffline } from "../offline/keep-offline.mjs";
import { mountSearch } from "../search/search-dialog.mjs";
import { sitePages } from "../search/site-pages.mjs";
import { el } from "../ui/dom.mjs";
import { mountLeaveHelper } from "./leave-helper.mjs";

const script = document.currentScript;
if (script instanceof HTMLScriptElement) keepOffline(new URL("..", script.src).href);

const opener = document.querySelector(".pv-search-open");
if (opener instanceof HTMLButtonElement) mountSearch(opener, sitePages(opener.dataset.root || "."));

const label = document.querySelector("label.pv-menu");
const drawer = document.getElementById("__drawer");
if (label instanceof HTMLLabelElement && drawer instanceof HTMLInputElement) replaceMenuLabel(label, drawer);

const helper = document.querySelector(".pv-helper");
if (helper instanceof HTMLElement) mountLeaveHelper(helper);

// The theme shows a term's explanation on hover and on focus; without this it could not have the focus.
for (const term of document.querySelectorAll("article abbr[title]")) if (term instanceof HTMLElement) term.tabIndex = 0;

// The theme wraps the tables once the document is there.
addEventListener("load", () => {
  for (const table of document.querySelectorAll(".md-typeset__scrollwrap, .pv-drawing")) {
    if (table instanceof HTMLElement) new ResizeObserver(() => letKeysScroll(table)).observe(table);
  }
});

/**
 * @param {HTMLLabelElement} label
 * @param {HTMLInputElement} drawer
 */
function replaceMenuLabel(label, drawer) {
  const button = el("button", { type: "button", class: label.className, "aria-label": "選單" }, ...label.childNodes);
  const show = () => button.setAttribute("aria-expanded", String(drawer.checked));
  button.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", show);
  show();
  label.replaceWith(button);
}

/** @param {HTMLElement} table a table wider than the page can be scrolled with the arrow keys once it has the focus */
function letKeysScroll(table) {
  if (table.scrollWidth > table.clientWidth) {
    table.tabIndex = 0;
    table.setAttribute("role", "group");
    table.setAttribute("aria-label", table.matches(".pv-drawing") ? "圖，可左右捲動" : "表格，可左右捲動");
  } else {
    table.removeAttribute("tabindex");
    table.removeAttribute("role");
    table.removeAttribute("aria-label");
  }
}
