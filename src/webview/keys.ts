const isMac = navigator.userAgent.includes("Mac OS");

/** Whether this is a key with Ctrl, on macOS with Cmd, and nothing else. */
export const isCommandKey = (event: KeyboardEvent, key: string): boolean =>
  event.key.toLowerCase() === key &&
  (isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) &&
  !event.altKey &&
  !event.shiftKey;
