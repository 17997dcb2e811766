// @ts-check
/** Taking the report away as a file. The browser saves it; nothing is sent. */

import { limitNote } from "./desk.mjs";
import { button, el, fill } from "./dom.mjs";
import { DOWNLOAD_LIMIT } from "./limits.mjs";
import { FORMATS } from "./shared-words.mjs";
import { T } from "./strings.mjs";

/** @typedef {keyof typeof FORMATS} Format */

/** Whom a button of the format serves; a text is for the command line.
 * @type {Format[]} */
const FOR_CLERKS = ["json", "csv", "xlsx", "html"];
/** @type {Format[]} */
const FOR_VENDORS = ["sarif", "junit"];

/** @typedef {{name: string, mime: string, bytes: Uint8Array<ArrayBuffer>}} Made */

/** Saves files and says so, to the eye and to a screen reader. */
export class Downloads {
  /** What was done last, and what to do where no file appears. */
  said = el("div", { class: "pv-said" });

  /**
   * @param {(payload: any) => Promise<Made>} make
   * @param {(text: string) => void} announce
   */
  constructor(make, announce) {
    this.make = make;
    this.announce = announce;
  }

  /** @param {Format} format */
  button(format) {
    return this.makeButton(T.download(FORMATS[format].title), { format });
  }

  get reportButtons() {
    return FOR_CLERKS.map((format) => this.button(format));
  }

  get vendorButtons() {
    return FOR_VENDORS.map((format) => this.button(format));
  }

  /**
   * @param {string} label
   * @param {any} payload of the request
   */
  makeButton(label, payload) {
    const pressed = button(label, async () => {
      pressed.disabled = true;
      await this.save(label, payload);
      pressed.disabled = false;
    });
    return pressed;
  }

  /**
   * @param {string} label
   * @param {any} payload
   */
  async save(label, payload) {
    this.#say(T.downloading(label));
    try {
      const made = await this.make(payload);
      this.hand(made.name, new Blob([made.bytes], { type: made.mime }));
    } catch {
      this.#say(`「${label}」沒有成功，請再試一次。`);
    }
  }

  /**
   * @param {string} name
   * @param {Blob} blob
   */
  hand(name, blob) {
    saveFile(name, blob);
    this.#say(T.downloaded(name), limitNote(DOWNLOAD_LIMIT, [`檔名：${name}`]));
  }

  /**
   * @param {string} text
   * @param {HTMLElement | null} more
   */
  #say(text, more = null) {
    this.announce(text);
    fill(this.said, el("p", {}, text), more);
  }
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
export function saveFile(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name, class: "pv-sr", tabindex: "-1", "aria-hidden": "true" });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click returns; a minute is ample, and then the bytes are free.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
