// @ts-check
/** The files made for trying: opened as if they had been given, or saved. */

import { byId } from "../ui/dom.mjs";
import { saveFile } from "../ui/save-file.mjs";

/** @import { InputFile } from "../worker/messages.d.ts" */

/** @typedef {"faulty" | "good"} Kind */

/**
 * @param {{
 *   make: (kind: Kind) => Promise<{name: string, text: string}>, onOpen: (sample: InputFile) => void,
 *   onSaved: (name: string) => void, onFail: (error: unknown, again: () => void) => void,
 * }} options
 */
export function connectSamples({ make, onOpen, onSaved, onFail }) {
  /**
   * @param {Kind} kind
   * @param {(sample: {name: string, file: Blob}) => void} use
   */
  const take = async (kind, use) => {
    try {
      const { name, text } = await make(kind);
      use({ name, file: new Blob([text]) });
    } catch (error) {
      onFail(error, () => take(kind, use));
    }
  };
  /** @param {{name: string, file: Blob}} sample */
  const save = ({ name, file }) => {
    saveFile(name, file);
    onSaved(name);
  };
  for (const kind of /** @type {Kind[]} */ (["faulty", "good"])) {
    byId(`pv-sample-${kind}`, HTMLButtonElement).addEventListener("click", () => take(kind, onOpen));
    byId(`pv-save-${kind}`, HTMLButtonElement).addEventListener("click", () => take(kind, save));
  }
}
