// @ts-check
/** The ways in: file box, folder box, drop anywhere, paste. Hands over what was given; knows nothing of checking. */

import { byId } from "../ui/dom.mjs";
import { T } from "../ui/strings.mjs";
import { gatherDroppedFiles, gatherFolderFiles } from "./dropped-files.mjs";

/** @import { InputFile } from "../worker/messages.d.ts" */

/**
 * `leftOut`: sentences about what of a folder is not checked.
 * @param {{onFiles: (files: InputFile[], leftOut?: string[]) => void, onSide: (file: InputFile) => void, onNotice: (text: string) => void}} handlers
 */
export function connectIntake({ onFiles, onSide, onNotice }) {
  whenChosen("pv-files", (files) => onFiles(files.map((file) => ({ name: file.name, file }))));
  whenChosen("pv-folder", (files) => deliver(gatherFolderFiles(files), onFiles, onNotice));
  for (const id of ["pv-roster", "pv-agencies", "pv-days"]) {
    whenChosen(id, (files) => files.forEach((file) => onSide({ name: file.name, file })));
  }
  const text = byId("pv-paste", HTMLTextAreaElement);
  byId("pv-paste-check", HTMLButtonElement).addEventListener("click", () => {
    if (text.value.trim() === "") {
      onNotice(T.pasteEmpty);
      text.focus();
    } else onFiles([{ name: "pasted.json", file: new Blob([text.value]) }]);
  });
  connectDrop(onFiles, onNotice);
}

/**
 * Hands over what is chosen in a box, also what was chosen before this script ran.
 * @param {string} id
 * @param {(files: File[]) => void} take
 */
function whenChosen(id, take) {
  const input = byId(id, HTMLInputElement);
  const handOver = () => {
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) take(files);
  };
  input.addEventListener("change", handOver);
  handOver();
}

/** Empties the paste box: nothing that was given may outlive 「清除」. */
export function clearIntake() {
  byId("pv-paste", HTMLTextAreaElement).value = "";
}

/**
 * @param {(files: InputFile[], leftOut?: string[]) => void} onFiles
 * @param {(text: string) => void} onNotice
 */
function connectDrop(onFiles, onNotice) {
  const cover = byId("pv-dropcover", HTMLElement);
  const carriesFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    cover.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) cover.hidden = true;
  });
  document.addEventListener("drop", async (event) => {
    cover.hidden = true;
    if (!carriesFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    deliver(await gatherDroppedFiles(event.dataTransfer), onFiles, onNotice);
  });
}

/**
 * @param {import("./dropped-files.mjs").Gathered} gathered
 * @param {(files: InputFile[], leftOut?: string[]) => void} onFiles
 * @param {(text: string) => void} onNotice
 */
function deliver(gathered, onFiles, onNotice) {
  if (gathered.files.length === 0) {
    onNotice(T.emptyFolder);
    return;
  }
  onFiles(gathered.files, gathered.skipped > 0 ? [T.skippedInFolder(gathered.skipped)] : []);
}
