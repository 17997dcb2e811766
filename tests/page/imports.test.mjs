/** Which folder of the page may import from which: what is below knows nothing of what is above. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const APP = fileURLToPath(new URL("../../site/app/", import.meta.url));
/** From the bottom up; a folder may import from those before it. */
const FOLDERS = [
  "ui", "search", "offline", "worker", "site", "findings", "failure", "deadlines", "intake", "results", "supervisor", "settings", "wizard",
  "shell",
];
/** Imports of code and of types; those of declarations (`.d.ts`) are free, since they are no code. */
const IMPORT = /(?:from |import\()"(\.[^"]+\.mjs)"/g;

test("every module stands in a folder that is listed here", () => {
  const folders = readdirSync(APP, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  assert.deepEqual(folders.sort(), [...FOLDERS].sort(), "say in tests/page/imports.test.mjs what a new folder may import");
  assert.deepEqual(readdirSync(APP).filter((name) => name.endsWith(".mjs")), [], "put the module into a folder");
});

for (const folder of FOLDERS) {
  test(`${folder} imports only from what is below it`, () => {
    const below = FOLDERS.slice(0, FOLDERS.indexOf(folder) + 1);
    const wrong = readdirSync(join(APP, folder)).filter((name) => name.endsWith(".mjs")).flatMap((name) =>
      [...readFileSync(join(APP, folder, name), "utf8").matchAll(IMPORT)]
        .map(([, path]) => normalize(join(folder, path)))
        .filter((path) => !below.includes(dirname(path)))
        .map((path) => `${folder}/${name} imports ${path}`));
    assert.deepEqual(wrong, [],
      "hand what is needed over as an argument (a callback, the text), or move it to a folder that both may use");
  });
}
