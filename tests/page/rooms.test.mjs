/** Which room of the page may import from which: what is below knows nothing of what is above. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const APP = fileURLToPath(new URL("../../site/app/", import.meta.url));
/** From the bottom up; a room may import from those before it. */
const ROOMS = [
  "ui", "search", "offline", "worker", "site", "findings", "failure", "deadlines", "intake", "results", "supervisor", "wizard", "shell",
];
/** Imports of code and of types; those of declarations (`.d.ts`) are free, since they are no code. */
const IMPORT = /(?:from |import\()"(\.[^"]+\.mjs)"/g;

test("every module stands in a room that is listed here", () => {
  const rooms = readdirSync(APP, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  assert.deepEqual(rooms.sort(), [...ROOMS].sort(), "say in tests/page/rooms.test.mjs what a new room may import");
  assert.deepEqual(readdirSync(APP).filter((name) => name.endsWith(".mjs")), [], "put the module into a room");
});

for (const room of ROOMS) {
  test(`${room} imports only from what is below it`, () => {
    const below = ROOMS.slice(0, ROOMS.indexOf(room) + 1);
    const wrong = readdirSync(join(APP, room)).filter((name) => name.endsWith(".mjs")).flatMap((name) =>
      [...readFileSync(join(APP, room, name), "utf8").matchAll(IMPORT)]
        .map(([, path]) => normalize(join(room, path)))
        .filter((path) => !below.includes(dirname(path)))
        .map((path) => `${room}/${name} imports ${path}`));
    assert.deepEqual(wrong, [],
      "hand what is needed over as an argument (a callback, the text), or move it to a room that both may use");
  });
}
