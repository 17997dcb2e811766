// @ts-check
/** The worker's first step. Bundled into one classic script that the page starts from a blob address. */

import { Session } from "./session.mjs";

// The runtime refuses classic workers, and knows them by an `importScripts` that works; pages opened from disk can
// have no other kind. Nothing here imports scripts.
Object.defineProperty(self, "importScripts", {
  value: () => {
    throw new TypeError("importScripts is not used here");
  },
});

const session = new Session((message, transfer = []) => self.postMessage(message, { transfer }));
self.onmessage = ({ data }) => session.receive(data);
self.postMessage({ event: "alive" });
