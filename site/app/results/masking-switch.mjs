// @ts-check
/** The masking switch: whether ID numbers show in full. Masked is the default, and what unmasks asks first. */

import { openDialog } from "../ui/dialog.mjs";
import { el } from "../ui/dom.mjs";
import { T } from "../ui/strings.mjs";

/**
 * @param {boolean} masked how the result on the screen was made
 * @param {(masked: boolean) => void} onSwitch checks again the other way
 */
export function createMaskingSwitch(masked, onSwitch) {
  const box = el("input", {
    type: "checkbox", checked: !masked,
    on: {
      change: () => {
        const mask = !box.checked;
        // It shows how the result was made until there is another.
        box.checked = !masked;
        if (mask) onSwitch(true);
        else openDialog(T.unmask, T.unmaskWarning, [[T.unmaskNo, () => {}], [T.unmaskYes, () => onSwitch(false)]]);
      },
    },
  });
  return el("label", { class: "pv-check" }, box, T.unmask);
}
