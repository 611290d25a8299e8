import type { PanelContent } from "./content";
import { madeFrom } from "./content";
import type { KeptPage } from "./keptPanelSchema";

/** Undefined where nothing was read yet that could be read again. */
export function keptPageOf(content: PanelContent): KeptPage | undefined {
  const { connection, association, preview, choice } = content;
  const connectionId = connection.id;
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
  { intent, outcome }: NonNullable<PanelContent["association"]>,
): KeptPage {
  const { sourceContactId, currentContactId, rehydrationType } = intent;
  return madeFrom(outcome) === undefined
    ? { kind: "preview", connectionId, contactId: sourceContactId, currentContactId }
    : { kind: "association", connectionId, rehydrationType, sourceContactId, currentContactId };
}
