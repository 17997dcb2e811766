// @ts-check
/** The search dialog. The index is a plain script, loaded when the dialog is first opened: a page from disk cannot fetch. */

import { el, fill } from "../ui/dom.mjs";
import { LIMIT, buildSearch, snippet } from "./search.mjs";

const SNIPPET = 110;
const MORE = 3;

/** @param {HTMLButtonElement} opener its `data-root` is the way from this page to the site's root */
export function mountSearch(opener) {
  const root = opener.dataset.root || ".";
  /** @type {((query: string) => import("./search.mjs").Answer) | null} */
  let search = null;
  /** @type {Promise<void> | null} */
  let loading = null;

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
  document.body.append(dialog);

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
      loading ??= loadIndex(root);
      await loading;
      search ??= buildSearch(globalThis.__pvSearchIndex ?? []);
    } catch {
      loading = null;
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
    fill(list, hits.map((hit) => resultItem(hit, words)));
    if (!asked) status.textContent = "輸入兩個字以上，結果會更準。";
    else if (hits.length === 0) status.textContent = "找不到。請換個說法，或只輸入關鍵的兩三個字。";
    else if (exact) status.textContent = hits.length < LIMIT ? `找到 ${hits.length} 頁` : `找到 ${LIMIT} 頁以上，列出前 ${LIMIT} 頁`;
    else status.textContent = `沒有一處同時有這些字；以下 ${hits.length} 頁最接近`;
  }

  /**
   * @param {import("./search.mjs").Hit} hit
   * @param {string[]} words
   */
  function resultItem({ entry, more }, words) {
    const title = entry.heading ? `${entry.title} › ${entry.heading}` : entry.title;
    return el("li", { class: "pv-search__item" },
      el("a", { class: "pv-search__link", href: `${root}/${entry.url}`, on: { click: () => dialog.close() } },
        el("span", { class: "pv-search__section" }, entry.section),
        el("span", { class: "pv-search__title" }, marked(title, words, title.length)),
        el("span", { class: "pv-search__text" }, marked(entry.text, words, SNIPPET))),
      more.length > 0 && el("p", { class: "pv-search__more" }, "同一頁：", more.slice(0, MORE).map((other) =>
        el("a", { href: `${root}/${other.url}`, on: { click: () => dialog.close() } }, other.heading || other.title))));
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

/**
 * @param {string} root
 * @returns {Promise<void>}
 */
function loadIndex(root) {
  return new Promise((resolve, reject) => {
    const script = el("script", { src: `${root}/assets/search-index.js` });
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error("search index")));
    document.head.append(script);
  });
}
