// @ts-check
/** Words of texts and queries in the one form that is indexed and compared. */

const RUNS = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[a-z0-9_]+/g;
const LATIN = /^[a-z0-9_]+$/;
/** Written in two ways that mean the same. */
const ALIKE = /** @type {Record<string, string>} */ ({ 台: "臺", 周: "週", 裏: "裡", 佔: "占", 佈: "布", 帐: "帳", 姊: "姐", "\u3000": " " });
const NUMBERS = /([0-9]+|[〇零一二三四五六七八九十廿百]+)\s*([日號月年天時點歲])/g;
const DIGITS = "零一二三四五六七八九";

/**
 * Lower case, half width, one of two spellings. Lengths do not change, so that a place found in it is the same place in
 * the text as written.
 * @param {string} text
 */
export function normalize(text) {
  return text
    .replace(/[A-Z\uff01-\uff5e\u3000台周裏佔佈帐姊]/g, (character) => {
      const code = character.charCodeAt(0);
      return ALIKE[character] ?? String.fromCharCode(code > 0xff00 ? code - 0xfee0 : code).toLowerCase();
    })
    .replaceAll("身份", "身分");
}

/**
 * Chinese runs as overlapping pairs of characters, Latin ones as words, numbers with their unit as one (二十號 is 20日).
 * `last` adds the run's last character, so that a query of one character finds it by prefix wherever it stands.
 * @param {string} text
 * @param {boolean} last
 */
export function tokenize(text, last) {
  /** @type {string[]} */
  const tokens = [];
  const rest = normalize(text).replace(NUMBERS, (whole, number, unit) => {
    const value = /^[0-9]/.test(number) ? Number(number) : chineseNumber(number);
    if (value === null) return whole;
    tokens.push(`${value}${unit === "號" ? "日" : unit === "天" ? "日" : unit}`);
    return last ? whole : " ";
  });
  for (const [fragment] of rest.matchAll(RUNS)) {
    if (LATIN.test(fragment)) {
      tokens.push(fragment);
      if (fragment.includes("_")) tokens.push(...fragment.split("_").filter(Boolean));
      continue;
    }
    const characters = [...fragment];
    for (let index = 0; index + 1 < characters.length; index += 1) tokens.push(characters[index] + characters[index + 1]);
    if (last || characters.length === 1) tokens.push(characters[characters.length - 1]);
  }
  return tokens;
}

/** @param {string} text @returns {number | null} a number below a hundred in Chinese; null: another one */
function chineseNumber(text) {
  const found = /^([一二三四五六七八九]?)(十|廿)?([一二三四五六七八九]?)$/.exec(text.replace("〇", "零"));
  if (!found) return null;
  const [, tens, ten, ones] = found;
  if (!ten) return tens && ones ? null : Math.max(DIGITS.indexOf(tens || ones), 0) || null;
  return (ten === "廿" ? 20 : 10 * (tens ? DIGITS.indexOf(tens) : 1)) + (ones ? DIGITS.indexOf(ones) : 0);
}
