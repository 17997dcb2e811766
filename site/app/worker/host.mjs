// @ts-check
/** Where Python runs: a worker from a blob address, or the page itself where workers are refused. */

import { Session } from "./session.mjs";

/** @import { FromWorker, ToWorker } from "./messages.d.ts" */

/** A worker answers its first message within milliseconds; after this long it never will. */
const ALIVE_WITHIN = 10_000;

/** @typedef {{post: (message: ToWorker) => void, stop: () => void, onPage: boolean}} Host */

/**
 * @param {string} source the worker's script
 * @param {(message: FromWorker) => void} onMessage
 * @param {(error: Error) => void} onGone the worker ended by itself
 * @returns {Promise<Host>}
 */
export async function openHost(source, onMessage, onGone) {
  try {
    return await openWorker(source, onMessage, onGone);
  } catch {
    const session = new Session(onMessage);
    return { post: (message) => session.receive(message), stop: () => {}, onPage: true };
  }
}

/**
 * @param {string} source
 * @param {(message: FromWorker) => void} onMessage
 * @param {(error: Error) => void} onGone
 * @returns {Promise<Host>}
 */
function openWorker(source, onMessage, onGone) {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address);
  return new Promise((resolve, reject) => {
    const refuse = () => {
      worker.terminate();
      reject(new Error("the worker was refused"));
    };
    const timer = setTimeout(refuse, ALIVE_WITHIN);
    worker.onerror = refuse;
    worker.onmessage = () => {
      clearTimeout(timer);
      URL.revokeObjectURL(address);
      worker.onmessage = ({ data }) => onMessage(data);
      worker.onerror = (event) => onGone(new Error(event.message || "the worker ended"));
      worker.onmessageerror = () => onGone(new Error("a message could not be read"));
      resolve({ post: (message) => worker.postMessage(message), stop: () => worker.terminate(), onPage: false });
    };
  });
}
