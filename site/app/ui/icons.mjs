// @ts-check
/** Icons drawn in the text's colour, so that they survive forced colours; the word beside them carries the meaning. */

const PATHS = {
  error: "M8 1h8l6 6v10l-6 6H8l-6-6V7zM8.5 7 7 8.5 10.5 12 7 15.5 8.5 17 12 13.5 15.5 17 17 15.5 13.5 12 17 8.5 15.5 7 12 10.5z",
  warning: "M12 1.5 23.5 22H.5zM11 9v6h2V9zm0 8v2h2v-2z",
  info: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm-1 5h2v2.5h-2zm0 4.5h2V18h-2z",
  pass: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm-1.5 15.5L6 12l1.600-1.600 2.900 2.900 5.900-5.900L18 9z",
  unreadable: "M5 1h10l5 5v17H5zM8 11v2h9v-2zm0 4v2h9v-2zM14 2.5V7h4.5z",
  layout: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm-1 15.5h2v2h-2zM12 5.5c2.200 0 4 1.5 4 3.5 0 2.600-3 2.900-3 5.5h-2c0-3.400 3-3.5 3-5.5 0-.9-.9-1.600-2-1.600s-2 .8-2 1.800H8c0-2.100 1.800-3.700 4-3.700z",
  partial: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm0 2.200a8.800 8.800 0 1 1 0 17.600 8.800 8.800 0 0 1 0-17.600zM7 11h10v2H7z",
  missing: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm0 2.200a8.800 8.800 0 1 1 0 17.600 8.800 8.800 0 0 1 0-17.600zM7 11h10v2H7z",
  overdue: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm0 2.200a8.800 8.800 0 1 1 0 17.600 8.800 8.800 0 0 1 0-17.600zM11 6h2v5.5l4 2.400-1 1.700-5-3z",
};

/**
 * @param {string} name one of PATHS; an unknown name gives the information icon
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "pv-icon");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[/** @type {keyof typeof PATHS} */ (name)] ?? PATHS.info);
  path.setAttribute("fill", "currentColor");
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}
