// @ts-check
/** The ways in: file box, folder box, drop anywhere, paste. Hands over what was given; knows nothing of checking. */

import { byId } from "../ui/dom.mjs";
import { T } from "../ui/strings.mjs";
import { gatherDroppedFiles, gatherFolderFiles } from "./dropped-files.mjs";

/** @import { InputFile } from "../worker/messages.d.ts" */

/**
 * @typedef {object} Handlers
 * @property {(files: InputFile[], notes?: string[]) => void} onFiles `notes`: sentences about what did not arrive as it should
 * @property {(notes: string[]) => void} onNothing something was given, and no file arrived
 * @property {(text: string) => void} onNotice
 */

/** @param {Handlers} handlers */
export function connectIntake({ onFiles, onNothing, onNotice }) {
  for (const id of ["pv-files", "pv-roster", "pv-agencies", "pv-days"]) {
    whenChosen(id, (files) => files.length > 0 && onFiles(files.map((file) => ({ name: file.name, file }))));
  }
  whenChosen("pv-folder", (files) => deliver(gatherFolderFiles(files), onFiles, onNothing));
  const text = byId("pv-paste", HTMLTextAreaElement);
  byId("pv-paste-check", HTMLButtonElement).addEventListener("click", () => {
    if (text.value.trim() === "") {
      onNotice(T.pasteEmpty);
      text.focus();
    } else onFiles([{ name: "pasted.json", file: new Blob([text.value]) }]);
  });
  connectDrop(onFiles, onNothing);
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
    take(files);
  };
  input.addEventListener("change", handOver);
  if (input.files?.length) handOver();
}

/** Empties the paste box: nothing that was given may outlive 「清除」. */
export function clearIntake() {
  byId("pv-paste", HTMLTextAreaElement).value = "";
}

/**
 * Whatever is dropped is taken or answered; a browser left to itself may open it in place of the page.
 * @param {Handlers["onFiles"]} onFiles
 * @param {Handlers["onNothing"]} onNothing
 */
function connectDrop(onFiles, onNothing) {
  const cover = byId("pv-dropcover", HTMLElement);
  /** Something of this page is dragged, by mistake most often. */
  let fromHere = false;
  document.addEventListener("dragstart", () => (fromHere = true));
  document.addEventListener("dragend", () => (fromHere = false));
  const carriesFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files") ?? false;
  const isTextIntoBox = (/** @type {DragEvent} */ event) =>
    !carriesFiles(event) && event.target instanceof Element && event.target.closest("input, textarea") !== null;
  document.addEventListener("dragover", (event) => {
    if (isTextIntoBox(event)) return;
    event.preventDefault();
    cover.hidden = !carriesFiles(event);
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) cover.hidden = true;
  });
  document.addEventListener("drop", async (event) => {
    cover.hidden = true;
    if (isTextIntoBox(event) || !event.dataTransfer) return;
    event.preventDefault();
    if (carriesFiles(event)) deliver(await gatherDroppedFiles(event.dataTransfer), onFiles, onNothing);
    else if (!fromHere) onNothing([T.drop.text]);
  });
}

/**
 * @param {import("./dropped-files.mjs").Gathered} gathered
 * @param {Handlers["onFiles"]} onFiles
 * @param {Handlers["onNothing"]} onNothing
 */
function deliver({ files, notes }, onFiles, onNothing) {
  if (files.length > 0) onFiles(files, notes);
  else if (notes.length > 0) onNothing(notes);
}
