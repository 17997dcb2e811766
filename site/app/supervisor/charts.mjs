// @ts-check
/** Small charts as SVG in the page's own colours and at the page's own width; each has its numbers as a table behind it. */

import { el } from "../ui/dom.mjs";
import { formatDate, formatNumber } from "../ui/format.mjs";

/** @import { Day } from "../worker/messages.d.ts" */

const SVG = "http://www.w3.org/2000/svg";
const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];
/** Steps of shade in the calendar. */
const SHADES = 4;

let nextId = 0;

/** @typedef {{headings: string[], rows: (string | number)[][]}} Numbers the first cell of each row is its heading */

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function svgElement(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * A chart that is drawn anew at each width, so that its letters keep their size.
 * @param {string} title
 * @param {string} summary what the chart shows, in one sentence
 * @param {(width: number) => {height: number, shapes: SVGElement[]}} draw
 * @param {Numbers} numbers
 */
function figure(title, summary, draw, { headings, rows }) {
  const id = `pv-chart-${(nextId += 1)}`;
  const svg = svgElement("svg", { role: "img", class: "pv-chart__svg", "aria-labelledby": `${id} ${id}-summary` });
  const box = el("div", { class: "pv-chart__box" });
  box.append(svg);
  let drawn = 0;
  const redraw = () => {
    const width = Math.floor(box.clientWidth);
    if (width === 0 || width === drawn) return;
    drawn = width;
    const { height, shapes } = draw(width);
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("width", String(width));
    svg.setAttribute("height", String(height));
    svg.replaceChildren(...shapes);
  };
  new ResizeObserver(redraw).observe(box);
  return el("figure", { class: "pv-chart" },
    el("figcaption", {}, el("h3", { class: "pv-chart__title", id }, title), el("p", { class: "pv-help", id: `${id}-summary` }, summary)),
    box,
    el("details", { class: "pv-details pv-details--inline" }, el("summary", {}, "以表格顯示數字"),
      el("div", { class: "pv-scroll pv-scroll--tall", tabindex: "0", role: "region", "aria-labelledby": id },
        el("table", { class: "pv-table" },
          el("thead", {}, el("tr", {}, headings.map((heading) => el("th", { scope: "col" }, heading)))),
          el("tbody", {}, rows.map(([name, ...cells]) => el("tr", {}, el("th", { scope: "row" }, String(name)),
            cells.map((cell) => el("td", { class: "pv-number" }, typeof cell === "number" ? formatNumber(cell) : cell)))))))));
}

/**
 * Bars from left to right, one row each.
 * @param {string} title
 * @param {string} summary
 * @param {{name: string, value: number, text: string}[]} bars
 * @param {Numbers} numbers
 */
export function barChart(title, summary, bars, numbers) {
  const ROW = 28;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const widest = Math.max(...bars.map(({ name }) => Array.from(name).length)) * 14 + 12;
  return figure(title, summary, (width) => {
    const left = Math.min(widest, width * 0.4);
    const space = Math.max(20, width - left - 110);
    return {
      height: bars.length * ROW,
      shapes: bars.flatMap(({ name, value, text }, index) => {
        const y = index * ROW;
        const length = Math.max(value > 0 ? 2 : 0, (value / most) * space);
        return [
          svgElement("text", { x: left - 8, y: y + 18, "text-anchor": "end", class: "pv-chart__text" }, name),
          svgElement("rect", { x: left, y: y + 5, width: length, height: ROW - 10, class: "pv-chart__bar" }),
          svgElement("text", { x: left + length + 6, y: y + 18, class: "pv-chart__text" }, text),
        ];
      }),
    };
  }, numbers);
}

/**
 * A column for each day; the part that is because of COVID-19 is striped.
 * @param {string} title
 * @param {string} summary
 * @param {Day[]} days
 * @param {Numbers} numbers
 */
export function dayChart(title, summary, days, numbers) {
  const HEIGHT = 180;
  const BASE = HEIGHT - 22;
  const most = Math.max(1, ...days.map(({ people }) => people));
  const stripes = `pv-stripes-${(nextId += 1)}`;
  return figure(title, summary, (width) => {
    const left = 12 + String(most).length * 9;
    const step = (width - left) / days.length;
    const scale = (/** @type {number} */ people) => (people / most) * (BASE - 16);
    const shapes = [
      svgElement("defs", {}, svgElement("pattern", { id: stripes, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        svgElement("rect", { width: 6, height: 6, class: "pv-chart__bar" }), svgElement("rect", { width: 3, height: 6, class: "pv-chart__gap" }))),
      svgElement("text", { x: left - 6, y: 20, "text-anchor": "end", class: "pv-chart__text" }, formatNumber(most)),
      svgElement("text", { x: left - 6, y: BASE, "text-anchor": "end", class: "pv-chart__text" }, "0"),
    ];
    days.forEach(({ off, people, covid }, index) => {
      const x = left + index * step;
      if (off) shapes.push(svgElement("rect", { x, y: 16, width: step, height: BASE - 16, class: "pv-chart__off" }));
      const height = scale(people);
      const covidHeight = scale(covid);
      const bar = { x: x + step * 0.15, width: step * 0.7 };
      shapes.push(svgElement("rect", { ...bar, y: BASE - height, height: height - covidHeight, class: "pv-chart__bar" }));
      if (covid > 0) shapes.push(svgElement("rect", { ...bar, y: BASE - covidHeight, height: covidHeight, fill: `url(#${stripes})`, class: "pv-chart__edge" }));
      const day = index + 1;
      if (day === 1 || day % 5 === 0) {
        shapes.push(svgElement("text", { x: x + step / 2, y: HEIGHT - 6, "text-anchor": "middle", class: "pv-chart__text" }, String(day)));
      }
    });
    shapes.push(svgElement("line", { x1: left, x2: width, y1: BASE, y2: BASE, class: "pv-chart__axis" }));
    return { height: HEIGHT, shapes };
  }, numbers);
}

/**
 * A month as on a wall calendar: the more people are on leave, the darker the day; the number stands in it.
 * @param {string} title
 * @param {string} summary
 * @param {Day[]} days
 * @param {Numbers} numbers
 */
export function monthChart(title, summary, days, numbers) {
  const CELL = 46;
  const HEAD = 24;
  const most = Math.max(1, ...days.map(({ people }) => people));
  const first = new Date(`${days[0].date}T00:00:00Z`).getUTCDay();
  return figure(title, summary, (width) => {
    const step = Math.min(width / 7, 92);
    const shapes = WEEKDAYS.map((name, index) =>
      svgElement("text", { x: (index + 0.5) * step, y: 16, "text-anchor": "middle", class: "pv-chart__text" }, name));
    days.forEach(({ date, off, people }, index) => {
      const place = first + index;
      const x = (place % 7) * step;
      const y = HEAD + Math.floor(place / 7) * CELL;
      const shade = Math.ceil((people / most) * SHADES);
      shapes.push(
        svgElement("rect", { x: x + 1, y: y + 1, width: step - 2, height: CELL - 2, class: `pv-chart__cell pv-chart__cell--${shade}` },
          svgElement("title", {}, `${formatDate(date)}：${formatNumber(people)} 人`)),
        svgElement("text", { x: x + 6, y: y + 15, class: "pv-chart__small" }, `${index + 1}${off ? " 休" : ""}`),
        svgElement("text", { x: x + step / 2, y: y + 36, "text-anchor": "middle", class: "pv-chart__text pv-chart__count" }, people > 0 ? formatNumber(people) : "·"));
    });
    return { height: HEAD + Math.ceil((first + days.length) / 7) * CELL, shapes };
  }, numbers);
}
