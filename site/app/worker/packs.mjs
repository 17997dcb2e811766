// @ts-check
/** The runtime as it reaches the page: plain scripts that each hand over one part, allowed on https:// and file://. */

/** @typedef {{asset: string, index: number, digest: string, text: string}} RuntimePart */
/** @typedef {{asset: string, index: number, digest: string, last: boolean, size: number, path: string | null, only: string | null}} RuntimePartInfo
 *  path: null where the part stands in the page itself; only: the one way to start (`image`, `library`) or the package that
 *  needs it */

export class Packs {
  /** @type {RuntimePart[]} */ #arrived = [];
  /** @type {((part: RuntimePart) => void)[]} */ #listeners = [];
  /** @type {Map<string, Promise<void>>} by address */ #loading = new Map();
  /** Whether a part of another version has come. */
  #otherVersionCame = false;

  /**
   * @param {RuntimePartInfo[]} parts in the order in which they are needed
   * @param {string} base the address that their paths are relative to
   */
  constructor(parts, base) {
    this.parts = parts;
    this.base = base;
    /** Whether Python may start from its image; set to false where the browser's memory turned out to be another. */
    this.imageFits = true;
    // Each part's script says `pvParts.push(…)`; those before this line have filled an array.
    const before = Array.isArray(globalThis.pvParts) ? globalThis.pvParts : [];
    globalThis.pvParts = { push: (/** @type {RuntimePart} */ part) => this.#receive(part) };
    before.forEach((part) => this.#receive(part));
  }

  /**
   * Has the parts loaded before anybody takes them.
   * @param {(string | null)[]} ways
   */
  preload(ways) {
    // Who takes them is told what has failed.
    this.#load(this.#neededBy(ways)).catch(() => {});
  }

  /**
   * Hands over every part of some ways to start or of a package, those that have arrived at once; they are kept for another start.
   * @param {(string | null)[]} ways null: what both need
   * @param {(part: RuntimePart & RuntimePartInfo, loaded: number, total: number) => void} onPart
   * @param {AbortSignal} signal
   */
  async deliver(ways, onPart, signal) {
    const needed = this.#neededBy(ways);
    const total = needed.reduce((sum, { size }) => sum + size, 0);
    let loaded = 0;
    const listener = (/** @type {RuntimePart} */ part) => {
      const info = /** @type {RuntimePartInfo} */ (this.#info(part));
      if (!needed.includes(info)) return;
      loaded += info.size;
      onPart({ ...info, ...part }, loaded, total);
    };
    this.#arrived.forEach(listener);
    this.#listeners.push(listener);
    signal.addEventListener("abort", () => (this.#listeners = this.#listeners.filter((other) => other !== listener)));
    await this.#load(needed);
  }

  /** @param {(string | null)[]} ways */
  #neededBy(ways) {
    return this.parts.filter(({ only }) => ways.includes(only));
  }

  /** @param {RuntimePart} part */
  #receive(part) {
    // Thrown here, an error would reach nobody: the part's own script calls.
    if (!this.#info(part)) {
      this.#otherVersionCame = true;
      return;
    }
    this.#arrived.push(part);
    for (const listener of this.#listeners) listener(part);
  }

  /** @param {RuntimePart} part */
  #info({ asset, index, digest }) {
    return this.parts.find((known) => known.asset === asset && known.index === index && known.digest === digest);
  }

  /** @param {RuntimePartInfo[]} needed */
  async #load(needed) {
    const missing = () => needed.filter(({ asset, index }) =>
      !this.#arrived.some((part) => part.asset === asset && part.index === index));
    const inPage = needed.some(({ path }) => !path);
    if (inPage && document.readyState === "loading") await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
    await Promise.all(missing().filter(({ path }) => path).map(({ path }) => this.#loadOnce(new URL(String(path), this.base).href)));
    const [lost] = missing();
    if (needed.length === 0) throw new Error("no such part");
    // A gateway that answers with a page of its own, or a copy that was cut off.
    if (lost) throw new Error(`part ${lost.asset} ${lost.index} did not arrive`, { cause: this.#otherVersionCame ? "version" : "other" });
  }

  /** @param {string} address */
  #loadOnce(address) {
    const loading = this.#loading.get(address) ?? addScript(address).finally(() => this.#loading.delete(address));
    this.#loading.set(address, loading);
    return loading;
  }
}

/**
 * @param {string} address
 * @returns {Promise<void>}
 */
function addScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    // In the order of the list: the runtime compiles the first while the others load.
    script.async = false;
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`could not be loaded: ${address.replace(/^.*\//, "")}`));
    };
    document.head.append(script);
  });
}
