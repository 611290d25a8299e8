import type { FromPage } from "../panel/protocol";

/** What VS Code keeps for the page while it is hidden: only a place, never text. */
export interface Place {
  readonly page: number;
  /** Row at the top of the window; absent while the reader is above the transcript. */
  readonly row?: number;
  readonly top: number;
}

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: Place): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export const post = (message: FromPage): void => api.postMessage(message);

export const keepPlace = (place: Place): void => api.setState(place);

const isPlace = (state: unknown): state is Place =>
  typeof state === "object" &&
  state !== null &&
  "page" in state &&
  typeof state.page === "number" &&
  "top" in state &&
  typeof state.top === "number" &&
  (!("row" in state) || typeof state.row === "number");

export function keptPlace(): Place | undefined {
  const state = api.getState();
  return isPlace(state) ? state : undefined;
}
