// @ts-check

/** Why the engine could not do what was asked; `cause` says more for a boot that failed and for lack of memory. */

/** @import { Cause } from "./messages.d.ts" */

export class EngineError extends Error {
  /**
   * @param {"boot-failed" | "call-failed" | "worker-gone"} kind
   * @param {string} message
   * @param {Cause} cause
   */
  constructor(kind, message, cause = "other") {
    super(message);
    this.name = "EngineError";
    this.kind = kind;
    this.cause = cause;
  }
}

/** The name and the message of whatever was thrown. @param {unknown} error */
export function messageOf(error) {
  const { name = "Error", message = error } = /** @type {Partial<Error>} */ (error ?? {});
  // Firefox's `stack` carries no message.
  return `${name}: ${message}`;
}
