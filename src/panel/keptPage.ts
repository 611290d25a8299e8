import type { PanelContent } from "./content";
import { madeFrom } from "./content";
import type { KeptPage } from "./keptPanelSchema";

/** Undefined where nothing was read yet that could be read again. */
export function keptPageOf(content: PanelContent): KeptPage | undefined {
  const { connection, association, preview, choice, testChat } = content;
  const connectionId = connection.id;
  // Nobody else gets its tokens, so it comes back as what was said in it.
  if (testChat !== undefined) {
    const { contactId } = testChat;
    return contactId === undefined
      ? undefined
      : { kind: "transcript", connectionId, part: "chain", contactId };
  }
  if (association !== undefined) return keptAssociation(connectionId, association);
  if (preview !== undefined) {
    const { pastContactId: contactId, current } = preview;
    return {
      kind: "preview",
      connectionId,
      contactId,
      ...(current && { currentContactId: current.id }),
    };
  }
  return (
    choice && { kind: "transcript", connectionId, part: choice.kind, contactId: choice.contactId }
  );
}

/** One that was not made comes back as its preview: nothing is called because a window was loaded. */
function keptAssociation(
  connectionId: string,
  { intent, outcome, noted }: NonNullable<PanelContent["association"]>,
): KeptPage {
  if (noted !== undefined) return { kind: "try", connectionId, tryId: noted.id };
  const { sourceContactId, currentContactId, rehydrationType } = intent;
  const current = currentContactId === undefined ? {} : { currentContactId };
  return madeFrom(outcome) === undefined || currentContactId === undefined
    ? { kind: "preview", connectionId, contactId: sourceContactId, ...current }
    : { kind: "association", connectionId, rehydrationType, sourceContactId, currentContactId };
}
