import * as z from "zod/mini";
import type { KeptPanel } from "../panel/keptPanelSchema";
import { keptPanelSchema } from "../panel/keptPanelSchema";
import type { FromPage } from "../panel/protocol";
import { groups } from "./filter";

const placeSchema = z.object({
  page: z.int(),
  /** Row at the top of the window; absent while the reader is above the transcript. */
  row: z.exactOptional(z.int()),
  top: z.number(),
  /** What is being looked for, while the find widget is open, and the number of the match it stands at. */
  find: z.exactOptional(
    z.object({ text: z.string(), matchCase: z.boolean(), match: z.exactOptional(z.int()) }),
  ),
  /** Written for the chat and not sent. */
  draft: z.exactOptional(z.string()),
  /** What the filter hides. */
  hidden: z.exactOptional(z.array(z.enum(groups))),
});

/** What VS Code keeps for the page while it is hidden: a place and what the reader typed, never text of the transcript. */
export type Place = z.infer<typeof placeSchema>;

/** Beside the place: what the page is of, which the extension reads when the window was loaded anew. */
const shownSchema = z.object({ shown: keptPanelSchema });

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: Place & { readonly shown?: KeptPanel }): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export const post = (message: FromPage): void => api.postMessage(message);

export function keepPlace(place: Place): void {
  const read = shownSchema.safeParse(api.getState());
  api.setState(read.success ? { ...place, shown: read.data.shown } : place);
}

/** A place in another page is forgotten with that page. */
export function keepShown(page: number, shown: KeptPanel): void {
  const place = keptPlace();
  api.setState({ ...(place?.page === page ? place : { page, top: 0 }), shown });
}

export function keptPlace(): Place | undefined {
  const read = placeSchema.safeParse(api.getState());
  return read.success ? read.data : undefined;
}
