// @ts-check
/** Files out of a drop or a folder choice, named as the report names them (`folder/sub/file.json`). */

import { T } from "../ui/strings.mjs";

/** @import { InputFile } from "../worker/messages.d.ts" */

/**
 * `notes`: sentences about what was given and did not arrive, or not as it should.
 * @typedef {{files: InputFile[], notes: string[]}} Gathered
 */

/** What a browser says of what is dragged out of one of its pages, beside the picture itself. */
const OF_A_PAGE = ["text/html", "text/uri-list"];

/**
 * Everything in a drop. The items must be asked before the first await: the browser empties the list after that.
 * @param {DataTransfer} transfer
 * @returns {Promise<Gathered>}
 */
export async function gatherDroppedFiles(transfer) {
  const fromPage = OF_A_PAGE.some((type) => transfer.types.includes(type));
  const items = [...transfer.items].filter(({ kind }) => kind === "file").map((item) => {
    const entry = item.webkitGetAsEntry?.() ?? null;
    return { entry, file: item.getAsFile?.() ?? null, folder: entry?.isDirectory ? openHandle(item) : null };
  });
  /** @type {Gathered} */
  const gathered = { files: [], notes: [] };
  let lost = items.length === 0 ? 1 : 0;
  for (const { entry, file, folder } of items) {
    if (entry?.isDirectory) await takeFolder(/** @type {FileSystemDirectoryEntry} */ (entry), folder, gathered);
    else if (fromPage && file?.type.startsWith("image/")) gathered.notes.push(T.drop.picture(file.name));
    else if (file) gathered.files.push({ name: file.name, file });
    else if (entry) gathered.files.push(await fileOf(entry, entry.name));
    else lost += 1;
  }
  if (lost > 0) gathered.notes.push(T.drop.undelivered(gathered.files.length > 0 ? lost : 0));
  gathered.notes.push(...await lookInto(gathered.files));
  return gathered;
}

/**
 * @param {Iterable<File>} files of an input with `webkitdirectory`
 * @returns {Gathered}
 */
export function gatherFolderFiles(files) {
  const chosen = [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
  return { files: chosen.filter(({ name }) => isShown(name)), notes: chosen.length === 0 ? [T.drop.emptyFolder("")] : [] };
}

/**
 * Chromium reads no entries for a page from disk, but gives a handle; other browsers have no handles.
 * @param {DataTransferItem & {getAsFileSystemHandle?: () => Promise<unknown>}} item
 */
function openHandle(item) {
  if (globalThis.location?.protocol !== "file:" || !item.getAsFileSystemHandle) return null;
  // Whoever waits for it learns of a refusal.
  const handle = item.getAsFileSystemHandle();
  handle.catch(() => {});
  return handle;
}

/**
 * @param {FileSystemDirectoryEntry} entry
 * @param {Promise<unknown> | null} handle of the same folder
 * @param {Gathered} gathered
 */
async function takeFolder(entry, handle, gathered) {
  /** @type {InputFile[]} */
  const found = [];
  try {
    if (handle) await walkHandle(/** @type {FileSystemDirectoryHandle} */ (await handle), entry.name, found);
    else await walkEntry(entry, entry.name, found);
  } catch {
    gathered.notes.push(T.drop.closedFolder(entry.name));
    return;
  }
  if (found.length === 0) gathered.notes.push(T.drop.emptyFolder(entry.name));
  gathered.files.push(...found);
}

/**
 * @param {FileSystemDirectoryEntry} directory
 * @param {string} path
 * @param {InputFile[]} found
 */
async function walkEntry(directory, path, found) {
  const reader = directory.createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    const shown = some.filter(({ name }) => isShown(name));
    found.push(...await Promise.all(shown.filter(({ isFile }) => isFile).map((entry) => fileOf(entry, `${path}/${entry.name}`))));
    for (const entry of shown) {
      if (entry.isDirectory) await walkEntry(/** @type {FileSystemDirectoryEntry} */ (entry), `${path}/${entry.name}`, found);
    }
  }
}

/**
 * @param {FileSystemDirectoryHandle} directory
 * @param {string} path
 * @param {InputFile[]} found
 */
async function walkHandle(directory, path, found) {
  for await (const handle of directory.values()) {
    const name = `${path}/${handle.name}`;
    if (!isShown(handle.name)) continue;
    if (handle.kind === "directory") await walkHandle(handle, name, found);
    else found.push({ name, file: await handle.getFile().catch(() => null) });
  }
}

/** Neither hidden nor one of macOS's own notes. @param {string} path */
function isShown(path) {
  return !path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
}

/**
 * A file that vanished since has no content: the report then says so, and the others are checked.
 * @param {FileSystemEntry} entry of a file
 * @param {string} name
 * @returns {Promise<InputFile>}
 */
function fileOf(entry, name) {
  return new Promise((resolve) => /** @type {FileSystemFileEntry} */ (entry).file(
    (file) => resolve({ name, file }), () => resolve({ name, file: null })));
}

/**
 * What is dragged out of an archive's window or a mail often arrives without its content.
 * @param {InputFile[]} files
 */
async function lookInto(files) {
  const empty = files.filter(({ file }) => !file?.size);
  const readable = await Promise.all(empty.map(({ file }) => file?.arrayBuffer().then(() => true, () => false)));
  return empty.map(({ name }, index) => (readable[index] ? T.drop.empty(name) : T.drop.unreadable(name)));
}
