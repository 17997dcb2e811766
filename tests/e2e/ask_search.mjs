/** The first three answers of the built site's search, for questions given as a JSON list; as the page would find them. */

import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

import { buildSearch } from "../../site/app/search/search.mjs";

globalThis.self = globalThis;
runInThisContext(readFileSync(process.argv[2], "utf8"));
const search = buildSearch(globalThis.__pvSearchIndex);
const answers = JSON.parse(readFileSync(0, "utf8")).map((query) => search(query).hits.slice(0, 3).map((hit) => hit.entry.url));
process.stdout.write(JSON.stringify(answers));
