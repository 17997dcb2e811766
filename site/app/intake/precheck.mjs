// @ts-check
/** A first look at a file from its name, size and first bytes, shown while the checker is still loading. */

const HEAD_BYTES = 4096;
/** Above this the checker refuses a file, because the browser's memory would not suffice (pyvalidator/browser/). */
const TOO_LARGE = 256 * 1024 ** 2;

/**
 * @param {string} name
 * @param {Blob | null} blob null where the browser did not deliver it
 * @returns {Promise<{size: number, encoding: string, shape: string, hint: string}>} `hint` is empty where nothing
 *   speaks against the file; a file that cannot be read any more gives a hint, never an exception.
 */
export async function precheck(name, blob) {
  const unreadable = { size: blob?.size ?? 0, encoding: "", shape: "", hint: "讀不到這個檔案，可能已被移動、刪除或正由其他程式使用。" };
  if (blob === null) return unreadable;
  let head;
  try {
    head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  } catch {
    return unreadable;
  }
  const lower = name.toLowerCase();
  const facts = { size: blob.size, encoding: "", shape: "", hint: "" };
  if (blob.size > TOO_LARGE && !lower.endsWith(".zip")) {
    return { ...facts, hint: "檔案超過 256 MB，瀏覽器的記憶體放不下。請分批產製，或請資訊人員改用命令列版檢核。" };
  }
  if (head.length === 0) return { ...facts, hint: "檔案是空的。" };
  if (startsWith(head, [0x50, 0x4b])) {
    return lower.endsWith(".zip")
      ? { ...facts, shape: "zip 壓縮檔" }
      : { ...facts, hint: "看起來是壓縮檔、Excel 或 Word 檔，不是 JSON。" };
  }
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46])) return { ...facts, hint: "看起來是 PDF 檔，不是 JSON。" };
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return { ...facts, hint: "看起來是舊版 Excel 或 Word 檔，不是 JSON。" };
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) {
    return { ...facts, encoding: "UTF-16", hint: "編碼是 UTF-16，應該是 UTF-8。" };
  }
  const bom = startsWith(head, [0xef, 0xbb, 0xbf]);
  const text = decode(head, blob.size > head.length);
  if (lower.endsWith(".csv")) return { ...facts, encoding: text === null ? "Big5 或其他" : "UTF-8", shape: "CSV" };
  if (text === null) return { ...facts, encoding: "不是 UTF-8", hint: "編碼不是 UTF-8，可能是 Big5。" };
  if (lower.endsWith(".toml")) return { ...facts, encoding: "UTF-8", shape: "版型檔" };
  const encoding = bom ? "UTF-8（含 BOM）" : "UTF-8";
  const first = /\S/.exec(text)?.[0] ?? "";
  if (first === "{") return { ...facts, encoding, shape: "JSON 物件", hint: bom ? "檔案開頭有 BOM。" : "" };
  if (first === "[") return { ...facts, encoding, shape: "JSON 陣列", hint: bom ? "檔案開頭有 BOM。" : "" };
  if (first === "") return { ...facts, encoding, hint: blob.size > head.length ? "" : "檔案裡只有空白。" };
  return { ...facts, encoding, hint: "開頭不是 { 或 [，可能不是 JSON。" };
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} prefix
 */
function startsWith(bytes, prefix) {
  return prefix.every((value, index) => bytes[index] === value);
}

/**
 * @param {Uint8Array} bytes
 * @param {boolean} cut the last character may be incomplete
 */
function decode(bytes, cut) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return null;
  }
}
