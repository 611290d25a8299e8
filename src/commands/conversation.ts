import type { Contact } from "../domain/contact";
import { Failure } from "../domain/failure";
import type { ConversationState, PanelContent } from "../panel/content";
import type { PanelPage } from "../panel/panels";
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
  update({ kind: "loading", done: 0, total: contacts.length });
  try {
    const conversation = await transcripts.conversation(content.connection, contacts, {
      signal: abort.signal,
      onProgress: (done) => update({ kind: "loading", done, total: contacts.length }),
    });
    update({ kind: "ready", conversation });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.kind !== "aborted") update({ kind: "failed", failure: error });
  }
}
