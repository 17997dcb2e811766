// @ts-check

/** Why the engine could not do what was asked; `cause` says more for a boot that failed and for lack of memory. */
export class EngineError extends Error {
  /**
   * @param {"boot-failed" | "call-failed" | "worker-gone"} kind
   * @param {string} message
   * @param {"wasm" | "memory" | "version" | "other"} cause
   */
  constructor(kind, message, cause = "other") {
    super(message);
    this.name = "EngineError";
    this.kind = kind;
    this.cause = cause;
  }
}

/** @param {any} error */
export function messageOf(error) {
  // Firefox's `stack` carries no message.
  return `${error?.name ?? "Error"}: ${error?.message ?? error}`;
}
