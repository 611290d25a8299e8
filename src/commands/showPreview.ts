import type { RehydrationType } from "../domain/association";
import type { Connection } from "../domain/connection";
import type { Contact } from "../domain/contact";
import type { Session } from "../domain/history";
import { planAssociation } from "../domain/plan";
import type { PanelContent, PreviewChoice } from "../panel/content";
import type { App } from "./app";
import type { PastChoice } from "./chosenRow";

export interface PreviewWish {
  readonly past: PastChoice;
  /** The chat that would receive the history, where it is known. */
  readonly currentContactId?: string;
}

const types: readonly RehydrationType[] = ["ENTIRE_PAST_SESSION", "FROM_SEGMENT"];

/** Rejects with a `Failure` where the past chat cannot be read; how many messages come is filled in later. */
export async function showPreview(
  app: App,
  connection: Connection,
  { past, currentContactId }: PreviewWish,
): Promise<void> {
  const { chats, panels } = app;
  const signal = panels.ask();
  const [lineage, names, current] = await Promise.all([
    chats.lineage(connection, past.contactId, signal),
    chats.readNames(connection),
    currentContactId === undefined
      ? undefined
      : chats.contact(connection, currentContactId, signal),
  ]);
  if (signal.aborted) return;
  const pastContactId = past.kind === "contact" ? past.contactId : segmentOf(lineage.chains[0]).id;
  const plans = types.map((rehydrationType) =>
    planAssociation({ rehydrationType, pastContactId, lineage, current }),
  );
  const contentWith = (choices: readonly PreviewChoice[]): PanelContent => ({
    connection,
    names,
    lineage,
    preview: { pastContactId, choices, ...(current && { current }) },
  });
  await countMessages(
    app,
    plans.map((plan) => ({ plan })),
    contentWith,
  );
}

/** Of a whole chat: the last contact that is no survey, since from a survey both types bring the same. */
const segmentOf = ({ contacts }: Session): Contact =>
  contacts.findLast(({ initiationMethod }) => initiationMethod !== "DISCONNECT") ?? contacts[0];

/** Shows the choices, and reads for each how much it brings while the page is there. */
async function countMessages(
  { panels, transcripts }: App,
  choices: readonly PreviewChoice[],
  contentWith: (choices: readonly PreviewChoice[]) => PanelContent,
): Promise<void> {
  const content = contentWith(choices);
  const page = panels.show(content);
  const abort = new AbortController();
  const counted = [...choices];
  // One after the other: the second reads only what the first did not.
  for (const [index, { plan }] of choices.entries()) {
    const brings = await transcripts.broughtBack(content.connection, plan.carried, {
      signal: abort.signal,
      onProgress: () => {
        if (!page.isShown) abort.abort();
      },
    });
    counted[index] = { plan, brings };
    page.update(contentWith(counted));
  }
}
