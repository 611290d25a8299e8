/** So near its end, in px, a reader is taken to read what comes. */
const near = 48;

/** How often the end is gone to while rows are drawn and measured for the first time. */
const rounds = 4;

/** Whether the reader is at the page's end. */
export const isAtEnd = (): boolean =>
  document.documentElement.scrollHeight - window.innerHeight - window.scrollY < near;

/** Goes to the page's end, and stays there while the page grows to its height. */
export function goToEnd(left = rounds): void {
  window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
  if (left > 0) window.requestAnimationFrame(() => goToEnd(left - 1));
}
