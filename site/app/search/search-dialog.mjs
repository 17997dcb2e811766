// @ts-check
/** The search dialog, over the pages of the site or over what one file holds. */

import { el, fill } from "../ui/dom.mjs";
import { LIMIT, buildSearch } from "./search.mjs";
import { snippet } from "./snippet.mjs";

const SNIPPET = 110;
const MORE = 3;

/**
 * @typedef {object} Source what is searched
 * @property {() => Promise<import("./search.mjs").Entry[]> | import("./search.mjs").Entry[]} load asked for when the dialog is first opened
 * @property {(url: string) => string} href where an entry's `url` leads
 * @property {(url: string) => void} [follow] what is done instead of going there
 * @property {readonly string[]} guides pages that are shown where nothing is found, by the beginning of their `url`
 *
 * @param {HTMLButtonElement} opener
 * @param {Source} source
 */
export function mountSearch(opener, source) {
  /** @type {((query: string) => import("./search.mjs").Answer) | null} */
  let search = null;
  /** @type {import("./search.mjs").Entry[]} */
  let entries = [];

  const input = el("input", {
    type: "search", class: "pv-search__input", id: "pv-search-input", autocomplete: "off", spellcheck: "false",
    placeholder: "輸入要找的字，例如：機關憑證、疫苗接種假", "aria-describedby": "pv-search-status",
    on: { input: () => void answer() },
  });
  const status = el("p", { class: "pv-search__status", id: "pv-search-status", role: "status", "aria-live": "polite" });
  const list = el("ol", { class: "pv-search__list" });
  const dialog = el("dialog", { class: "pv-search", "aria-label": "搜尋本站", on: { keydown: move, click: closeOutside } },
    el("div", { class: "pv-search__box" },
      el("div", { class: "pv-search__bar" },
        el("label", { class: "pv-search__label", for: "pv-search-input" }, "搜尋"), input,
        el("button", { type: "button", class: "pv-search__close", on: { click: () => dialog.close() } }, "關閉")),
      status, list));
  (opener.closest(".pv-app") ?? document.body).append(dialog);

  opener.hidden = false;
  opener.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.altKey && !event.metaKey;
    const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if ((slash || controlK) && !dialog.open) {
      event.preventDefault();
      open();
    }
  });

  function open() {
    dialog.showModal();
    input.select();
    void answer();
  }

  async function answer() {
    try {
      if (!search) {
        entries = await source.load();
        search ??= buildSearch(entries);
      }
    } catch {
      status.textContent = "搜尋資料載入失敗，請重新整理頁面再試一次；或從上方選單瀏覽。";
      return;
    }
    show(search(input.value), input.value.trim() !== "");
    list.dataset.query = input.value;
  }

  /**
   * @param {import("./search.mjs").Answer} answer
   * @param {boolean} asked
   */
  function show({ hits, exact, words }, asked) {
    const shown = asked && hits.length === 0 ? guides() : hits;
    fill(list, shown.map((hit) => resultItem(hit, words)));
    if (!asked) status.textContent = "輸入兩個字以上，結果會更準。";
    else if (hits.length === 0) status.textContent = "找不到這些字。請換個說法，或只輸入關鍵的兩三個字；也可以從以下幾頁找起";
    else if (exact) status.textContent = hits.length < LIMIT ? `找到 ${hits.length} 頁` : `找到 ${LIMIT} 頁以上，列出前 ${LIMIT} 頁`;
    else status.textContent = `沒有一處同時有這些字；以下 ${hits.length} 頁最接近`;
  }

  function guides() {
    const found = source.guides.map((name) => entries.find(({ url }) => url.startsWith(name)));
    return found.flatMap((entry) => (entry ? [{ entry, more: [] }] : []));
  }

  /** @param {string} url @param {Record<string, unknown>} more @param {(string | HTMLElement)[]} inside */
  function link(url, more, inside) {
    /** @param {Event} event */
    const follow = (event) => {
      dialog.close();
      if (!source.follow) return;
      event.preventDefault();
      source.follow(url);
    };
    return el("a", { ...more, href: source.href(url), on: { click: follow } }, ...inside);
  }

  /**
   * @param {import("./search.mjs").Hit} hit
   * @param {string[]} words
   */
  function resultItem({ entry, more }, words) {
    const title = entry.heading ? `${entry.title} › ${entry.heading}` : entry.title;
    return el("li", { class: "pv-search__item" },
      link(entry.url, { class: "pv-search__link" }, [
        el("span", { class: "pv-search__section" }, entry.section),
        el("span", { class: "pv-search__title" }, marked(title, words, title.length)),
        el("span", { class: "pv-search__text" }, marked(entry.text, words, SNIPPET)),
      ]),
      more.length > 0 && el("p", { class: "pv-search__more" }, "同一頁：",
        more.slice(0, MORE).map((other) => link(other.url, {}, [other.heading || other.title]))));
  }

  /** @param {KeyboardEvent} event arrow keys walk through the results, Enter in the box opens the first */
  function move(event) {
    if (event.key === "Escape" && !event.isComposing) {
      // The box would only be emptied by the first press.
      event.preventDefault();
      dialog.close();
    }
    const links = [...list.querySelectorAll("a")];
    if (event.key === "Enter" && event.target === input && !event.isComposing) links[0]?.click();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...links];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next || event.isComposing) return;
    event.preventDefault();
    next.focus();
  }

  /** @param {MouseEvent} event */
  function closeOutside(event) {
    if (event.target === dialog) dialog.close();
  }
}

/**
 * @param {string} text
 * @param {string[]} words
 * @param {number} length
 */
function marked(text, words, length) {
  return snippet(text, words, length).map((fragment) => (fragment.marked ? el("mark", {}, fragment.text) : fragment.text));
}
