// @ts-check
/** Taking the report away as a file. The browser saves it; nothing is sent. */

import { DOWNLOAD_LIMIT } from "../failure/browser-limits.mjs";
import { limitNote } from "../failure/it-desk-text.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { saveFile } from "../ui/save-file.mjs";
import { FORMATS } from "../ui/shared-words.mjs";
import { T } from "../ui/strings.mjs";

/** @import { Download, ExportRequest, ReportFormat } from "../worker/messages.d.ts" */

/** Whom a button of the format serves; a text is for the command line.
 * @type {ReportFormat[]} */
const FOR_CLERKS = ["json", "csv", "xlsx", "html"];
/** @type {ReportFormat[]} */
const FOR_VENDORS = ["sarif", "junit"];

/** Saves files and says so, to the eye and to a screen reader. */
export class Downloads {
  /** What was done last, and what to do where no file appears. */
  statusLine = el("div", { class: "pv-said" });

  /**
   * @param {(payload: ExportRequest) => Promise<Download>} make
   * @param {(text: string) => void} announce
   */
  constructor(make, announce) {
    this.make = make;
    this.announce = announce;
  }

  /** @param {ReportFormat} format */
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
   * @param {ExportRequest} payload of the request
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
   * @param {ExportRequest} payload
   */
  async save(label, payload) {
    this.#setStatus(T.downloading(label));
    try {
      const made = await this.make(payload);
      this.hand(made.name, new Blob([made.bytes], { type: made.mime }));
    } catch {
      this.#setStatus(`「${label}」沒有成功，請再試一次。`);
    }
  }

  /**
   * @param {string} name
   * @param {Blob} blob
   */
  hand(name, blob) {
    saveFile(name, blob);
    this.#setStatus(T.downloaded(name), limitNote(DOWNLOAD_LIMIT, [`檔名：${name}`]));
  }

  /**
   * @param {string} text
   * @param {HTMLElement | null} more
   */
  #setStatus(text, more = null) {
    this.announce(text);
    fill(this.statusLine, el("p", {}, text), more);
  }
}
