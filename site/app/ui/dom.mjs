// @ts-check
/** Building DOM without markup strings: text of a file can never become an element. */

/** @typedef {Node | string | number | null | undefined | false | Child[]} Child */
/** @typedef {Record<string, unknown>} Attributes a value becomes text, but for what `el` understands */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes] `class`, `on` ({event: listener}) and `dataset` are understood; a boolean
 *   sets or leaves out the attribute; null and undefined leave it out.
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      const listeners = Object.entries(/** @type {Record<string, EventListener>} */ (value));
      for (const [event, listener] of listeners) element.addEventListener(event, listener);
    }
    else if (name === "dataset") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

/**
 * @param {Element} parent
 * @param {Child[]} children
 */
function append(parent, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child !== null && child !== undefined && child !== false) {
      parent.append(child instanceof Node ? child : String(child));
    }
  }
}

/**
 * @param {Element} parent
 * @param {...Child} children
 */
export function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/**
 * @param {string} label
 * @param {(event: Event) => void} onClick
 * @param {Attributes} [attributes]
 */
export function button(label, onClick, attributes = {}) {
  return el("button", { type: "button", class: "pv-button", ...attributes, on: { click: onClick } }, label);
}

/** What stands in the box that an event came from. @param {Event} event */
export function valueOf(event) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
}

/** Whether the check box that an event came from is ticked. @param {Event} event */
export function isTicked(event) {
  return /** @type {HTMLInputElement} */ (event.target).checked;
}

/**
 * A definition list of the rows that have a value.
 * @param {[string, Child][]} rows
 * @param {string} [className]
 */
export function definitions(rows, className = "pv-facts") {
  const shown = rows.filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false);
  return el("dl", { class: className }, shown.map(([term, value]) =>
    el("div", {}, el("dt", {}, term), el("dd", {}, value))));
}

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new TypeError(`#${id} is not in the page`);
  return found;
}
