import type { Connection } from "../../domain/connection";
import type { Try } from "../../domain/tries";
import type { App } from "../app";
import { continueFrom } from "../continuePastChat";
import { startFrom } from "../testChat";

/** What a try is repeated by. */
export type Repeated = Pick<Try, "flow"> & {
  readonly intent: Pick<Try["intent"], "rehydrationType" | "sourceContactId">;
};

/** The same source and rehydration type for another chat: one that is asked for, or that is started as the first one was. */
export function repeat(
  app: App,
  connection: Connection,
  { flow, intent: { rehydrationType, sourceContactId } }: Repeated,
): Promise<void> {
  const known = {
    connection,
    past: { kind: "contact", contactId: sourceContactId },
    rehydrationType,
  } as const;
  return flow === undefined ? continueFrom(app, known) : startFrom(app, { ...known, flow });
}
