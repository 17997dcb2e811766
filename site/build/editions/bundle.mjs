// Joins the page's modules into classic scripts: a page opened from disk may not load modules.
// Reads the plan from standard input: a JSON list of {entry, outfile, packs?, about?, site?}.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const COMMON = { bundle: true, minify: true, charset: "utf8", target: "es2022", legalComments: "none", logLevel: "warning" };

// The runtime asks for the list of the packages it could load, and only that the list fits it: none is loaded.
const { info } = JSON.parse(readFileSync("node_modules/pyodide/pyodide-lock.json", "utf8"));
const defineLock = { PV_LOCK: JSON.stringify({ info, packages: {} }) };

const script = async (entry, define) =>
  (await build({ ...COMMON, entryPoints: [entry], format: "iife", write: false, define })).outputFiles[0].text;
const defineAll = { ...defineLock, PV_UNZSTD: JSON.stringify(await script("site/app/worker/unzstd.mjs", {})) };
const worker = await script("site/app/worker/worker.mjs", defineAll);
for (const { entry, outfile, packs, about, site } of JSON.parse(readFileSync(0, "utf8"))) {
  const define = {
    ...(packs && { ...defineAll, PV_BUILD: JSON.stringify({ packs, ...about, worker }) }),
    ...(site && { PV_SITE: JSON.stringify(site) }),
  };
  await build({ ...COMMON, entryPoints: [entry], format: "iife", outfile, define });
}
