import type { Contact } from "../domain/contact";
import { Failure } from "../domain/failure";
import type { ConversationState, PanelContent } from "../panel/content";
import type { PanelPage } from "../panel/openPanel";
import type { App } from "./app";

/** Reads the contacts' transcripts, oldest first, into a page that is shown; stops when the page shows something else. */
export async function showConversation(
  { transcripts }: App,
  page: PanelPage,
  content: PanelContent,
  contacts: readonly Contact[],
): Promise<void> {
  const abort = new AbortController();
  const update = (conversation: ConversationState) => {
    if (!page.isShown) abort.abort();
    page.update({ ...content, conversation });
  };
  const loading = { kind: "loading", total: contacts.length, stop: () => abort.abort() } as const;
  update({ ...loading, done: 0 });
  try {
    const conversation = await transcripts.conversation(content.connection, contacts, {
      signal: abort.signal,
      onProgress: (done, bytes) => update({ ...loading, done, ...(bytes && { bytes }) }),
    });
    update({ kind: "ready", conversation });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    update({ kind: "failed", failure: error });
  }
}
