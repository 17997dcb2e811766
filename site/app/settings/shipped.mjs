// @ts-check
/** The settings that a county or a vendor ships with the page: beside it in `site-settings.js`, or inside the one file. */

import { el } from "../ui/dom.mjs";
import { carriedSettings, isSingleFile } from "./single-file.mjs";

const own = document.currentScript;
/** Where the settings of a site or of an unzipped folder are; null where the page has no script of its own to go by. */
const BESIDE = own instanceof HTMLScriptElement && own.src ? new URL("../site-settings.js", own.src).href : null;

/**
 * What was shipped, as it was found: nothing of it is known to be good.
 * @returns {Promise<unknown>} null where there is nothing
 */
export async function findShipped() {
  if (isSingleFile) return carriedSettings();
  return BESIDE === null ? null : runBeside(BESIDE);
}

/** @param {string} address @returns {Promise<unknown>} */
function runBeside(address) {
  return new Promise((resolve) => {
    let broken = false;
    // From disk an error of another script does not say whose it is.
    const notice = () => (broken = true);
    addEventListener("error", notice);
    const script = el("script", { src: address });
    const end = (/** @type {unknown} */ found) => {
      removeEventListener("error", notice);
      script.remove();
      resolve(asData(found));
    };
    script.addEventListener("error", () => end(null));
    script.addEventListener("load", () => end(globalThis.pvSiteSettings ?? (broken ? "" : null)));
    document.head.append(script);
  });
}

/**
 * What a script has set, as plain data: a function or a loop in it could not be sent to Python.
 * @param {unknown} found
 */
function asData(found) {
  try {
    return JSON.parse(JSON.stringify(found));
  } catch {
    return "";
  }
}
