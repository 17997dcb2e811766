// @ts-check
/** Files out of a drop or a folder choice, named as the report names them (`folder/sub/file.json`). */

/** @import { InputFile } from "../worker/messages.d.ts" */

/** @typedef {{files: InputFile[], skipped: number, folders: number}} Gathered */

/**
 * Everything in a drop. The entries must be taken before the first await: the browser empties the list after that.
 * @param {DataTransfer} transfer
 * @returns {Promise<Gathered>}
 */
export async function gatherDroppedFiles(transfer) {
  const entries = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile())
    .filter((entry) => entry !== null);
  /** @type {Gathered} */
  const gathered = { files: [], skipped: 0, folders: 0 };
  for (const entry of entries) {
    if (entry instanceof File) gathered.files.push({ name: entry.name, file: entry });
    else if (entry.isFile) gathered.files.push({ name: entry.name, file: await fileOf(/** @type {FileSystemFileEntry} */ (entry)) });
    else {
      gathered.folders += 1;
      await walk(/** @type {FileSystemDirectoryEntry} */ (entry), entry.name, gathered);
    }
  }
  return gathered;
}

/**
 * @param {Iterable<File>} files of an input with `webkitdirectory`
 * @returns {Gathered}
 */
export function gatherFolderFiles(files) {
  /** @type {Gathered} */
  const gathered = { files: [], skipped: 0, folders: 1 };
  for (const file of files) keep(file.webkitRelativePath || file.name, file, gathered);
  return gathered;
}

/**
 * @param {FileSystemDirectoryEntry} directory
 * @param {string} path
 * @param {Gathered} gathered
 */
async function walk(directory, path, gathered) {
  const reader = directory.createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    for (const entry of batch) {
      const name = `${path}/${entry.name}`;
      if (entry.isDirectory) await walk(/** @type {FileSystemDirectoryEntry} */ (entry), name, gathered);
      else if (isData(name)) keep(name, await fileOf(/** @type {FileSystemFileEntry} */ (entry)), gathered);
      else gathered.skipped += 1;
    }
  }
}

/**
 * @param {string} name
 * @param {File | Blob} file
 * @param {Gathered} gathered
 */
function keep(name, file, gathered) {
  if (isData(name)) gathered.files.push({ name, file });
  else gathered.skipped += 1;
}

/** Data, or a profile that lies beside it. @param {string} path */
function isData(path) {
  const parts = path.split("/");
  return /\.(json|toml)$/i.test(path) && !parts.some((part) => part.startsWith(".") || part === "__MACOSX");
}

/**
 * A file that vanished since becomes one that cannot be read: the report then says so, and the others are checked.
 * @param {FileSystemFileEntry} entry
 * @returns {Promise<File | Blob>}
 */
function fileOf(entry) {
  return new Promise((resolve) => entry.file(resolve, () => resolve(new Blob())));
}
