/**
 * As much of AbortSignal as the domain knows: it only hands signals on. Merges with the full declaration of Node and of
 * browsers, and keeps both of their libraries out of this folder.
 */
interface AbortSignal {
  readonly aborted: boolean;
}
