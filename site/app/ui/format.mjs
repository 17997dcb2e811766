// @ts-check
/** Numbers, sizes and dates as a clerk writes them. */

import { ROC_YEAR_ZERO } from "./roc-date.mjs";

const NUMBER = new Intl.NumberFormat("zh-TW");

/** @param {number} value */
export function formatNumber(value) {
  return NUMBER.format(value);
}

/** @param {number} bytes */
export function formatBytes(bytes) {
  if (bytes < 1024) return `${bytes} 位元組`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

/**
 * An ISO date in the ROC calendar.
 * @param {string | null} iso
 */
export function formatDate(iso) {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  if (!match) return "";
  return `${Number(match[1]) - ROC_YEAR_ZERO} 年 ${Number(match[2])} 月 ${Number(match[3])} 日`;
}

/**
 * A period YYYMM; anything else as it is.
 * @param {string | null} period
 */
export function formatPeriod(period) {
  const match = /^(\d{3})(\d{2})$/.exec(period ?? "");
  return match ? `${Number(match[1])} 年 ${Number(match[2])} 月` : (period ?? "");
}

/**
 * A point in time, in the offset in which it was written.
 * @param {string} iso
 */
export function formatTime(iso) {
  return `${formatDate(iso)} ${iso.slice(11, 16)}`;
}

/**
 * A JSON scalar as it stands in the file.
 * @param {unknown} value
 */
export function formatValue(value) {
  return typeof value === "string" ? `「${value}」` : String(value);
}
