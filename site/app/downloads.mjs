// @ts-check
/** Taking the report away as a file. The browser saves it; nothing is sent. */

import { button, el } from "./dom.mjs";
import { T } from "./strings.mjs";

/** @type {[string, string][]} */
const FORMATS = [["json", "JSON"], ["csv", "CSV"], ["xlsx", "Excel"], ["html", "HTML"]];
/** @type {[string, string][]} */
const VENDOR_FORMATS = [["sarif", "SARIF"], ["junit", "JUnit"]];

/**
 * @param {(format: string) => Promise<{name: string, mime: string, bytes: Uint8Array<ArrayBuffer>}>} makeExport
 * @param {(text: string) => void} announce
 * @param {HTMLElement} extra a further way for the vendor
 */
export function createDownloads(makeExport, announce, extra) {
  const create = (/** @type {[string, string]} */ [format, name]) => {
    const label = T.download(name);
    const pressed = button(label, async () => {
      pressed.disabled = true;
      announce(T.downloading(label));
      try {
        const made = await makeExport(format);
        saveFile(made.name, new Blob([made.bytes], { type: made.mime }));
        announce(T.downloaded(made.name));
      } catch {
        announce(`「${label}」沒有成功，請再試一次。`);
      } finally {
        pressed.disabled = false;
      }
    });
    return pressed;
  };
  return {
    report: FORMATS.map(create),
    vendor: el("details", { class: "pv-details pv-details--inline" }, el("summary", {}, "給廠商的資料"),
      el("div", { class: "pv-row" }, VENDOR_FORMATS.map(create), extra)),
  };
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
