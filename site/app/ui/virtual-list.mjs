// @ts-check
/** A long list of which only the part near the window is in the document, so that 100,000 entries scroll smoothly. */

import { el } from "./dom.mjs";

/** Up to here everything is rendered: the browser's own search, printing and reading aloud then see the whole list. */
const RENDER_ALL = 200;
/** Pixels above and below the window that are kept rendered. */
const MARGIN = 800;

/** @template T */
export class VirtualList {
  /** @type {T[]} */ #entries = [];
  /** @type {Float64Array} */ #heights = new Float64Array(0);
  /** @type {Float64Array} start of each entry, and the total */ #offsets = new Float64Array(1);
  /** @type {Map<number, HTMLElement>} */ #shown = new Map();
  #stale = false;
  #pending = false;
  #top = el("div", { class: "pv-list__gap" });
  #body = el("div", { class: "pv-list__body" });
  #bottom = el("div", { class: "pv-list__gap" });
  #resizes = new ResizeObserver((changes) => this.#measure(changes));

  /**
   * @param {HTMLElement} host
   * @param {{render: (entry: T, index: number) => HTMLElement, estimate: (entry: T) => number}} options `estimate`
   *   is the height in pixels until the entry has been seen
   */
  constructor(host, { render, estimate }) {
    this.render = render;
    this.estimate = estimate;
    this.host = host;
    host.append(this.#top, this.#body, this.#bottom);
    this.onScroll = () => this.#schedule();
    addEventListener("scroll", this.onScroll, { passive: true });
    addEventListener("resize", this.onScroll);
  }

  destroy() {
    removeEventListener("scroll", this.onScroll);
    removeEventListener("resize", this.onScroll);
    this.#resizes.disconnect();
  }

  /** @param {T[]} entries */
  setEntries(entries) {
    this.#entries = entries;
    this.#heights = new Float64Array(entries.length);
    entries.forEach((entry, index) => (this.#heights[index] = this.estimate(entry)));
    this.#stale = true;
    this.#resizes.disconnect();
    this.#shown.clear();
    this.#body.replaceChildren();
    this.#update();
  }

  get entries() {
    return this.#entries;
  }

  /**
   * Scrolls to an entry and gives its element.
   * @param {number} index
   */
  reveal(index) {
    if (!this.#shown.has(index)) {
      this.#refreshOffsets();
      scrollTo({ top: scrollY + this.host.getBoundingClientRect().top + this.#offsets[index] - innerHeight / 3 });
      this.#update();
    }
    const element = this.#shown.get(index);
    element?.scrollIntoView({ block: "nearest" });
    return element;
  }

  #schedule() {
    if (this.#pending || this.#entries.length <= RENDER_ALL) return;
    this.#pending = true;
    requestAnimationFrame(() => {
      this.#pending = false;
      this.#update();
    });
  }

  #refreshOffsets() {
    if (!this.#stale) return;
    this.#stale = false;
    const offsets = new Float64Array(this.#heights.length + 1);
    for (let index = 0; index < this.#heights.length; index += 1) {
      offsets[index + 1] = offsets[index] + this.#heights[index];
    }
    this.#offsets = offsets;
  }

  #update() {
    this.#refreshOffsets();
    const [first, last] = this.#range();
    for (const [index, element] of this.#shown) {
      if (index >= first && index < last) continue;
      if (element.contains(document.activeElement)) this.host.focus({ preventScroll: true });
      this.#resizes.unobserve(element);
      element.remove();
      this.#shown.delete(index);
    }
    /** @type {Element | null} */
    let next = null;
    for (let index = last - 1; index >= first; index -= 1) {
      let element = this.#shown.get(index);
      if (!element) {
        element = this.render(this.#entries[index], index);
        element.dataset.pvIndex = String(index);
        this.#body.insertBefore(element, next);
        this.#shown.set(index, element);
        this.#resizes.observe(element);
      }
      next = element;
    }
    this.#top.style.setProperty("height", `${this.#offsets[first]}px`);
    this.#bottom.style.setProperty("height", `${this.#offsets[this.#entries.length] - this.#offsets[last]}px`);
  }

  /** @returns {[number, number]} */
  #range() {
    const count = this.#entries.length;
    if (count <= RENDER_ALL) return [0, count];
    const above = -this.host.getBoundingClientRect().top;
    const first = this.#at(above - MARGIN);
    return [first, Math.min(count, this.#at(above + innerHeight + MARGIN) + 1)];
  }

  /** The entry at a distance from the list's top. @param {number} distance */
  #at(distance) {
    let low = 0;
    let high = this.#entries.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#offsets[middle + 1] <= distance) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {ResizeObserverEntry[]} changes */
  #measure(changes) {
    for (const { target, borderBoxSize } of changes) {
      const index = Number(/** @type {HTMLElement} */ (target).dataset.pvIndex);
      const height = borderBoxSize[0].blockSize;
      if (height > 0 && this.#shown.get(index) === target && this.#heights[index] !== height) {
        this.#heights[index] = height;
        this.#stale = true;
      }
    }
    this.#schedule();
  }
}
