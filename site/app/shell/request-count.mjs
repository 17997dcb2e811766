// @ts-check
/** Counts what the page asks of any network after it is ready, so that "nothing is sent" can be seen. */

/**
 * @param {(count: number) => void} onCount called once at the start and at each further request
 */
export function countRequests(onCount) {
  const since = performance.now();
  let count = 0;
  onCount(0);
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes("resource")) return;
  new PerformanceObserver((list) => {
    const sent = list.getEntries().filter(({ name, startTime }) => startTime >= since && !/^(blob|data):/.test(name));
    count += sent.length;
    if (sent.length > 0) onCount(count);
  }).observe({ type: "resource" });
}
