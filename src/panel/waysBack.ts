import type { Failure } from "../domain/failure";
import type { WayBack } from "../domain/waysBack";
import { waysBackOf } from "../domain/waysBack";
import { wayBackLabel } from "../wording/waysBack";
import type { PanelContent } from "./content";
import type { ActionButton } from "./protocol";

/** Trying again is a button of its own here, since what is tried depends on the page. */
const inPanel = (way: WayBack): way is Exclude<WayBack, "retry" | "addConnection"> =>
  way !== "retry" && way !== "addConnection";

/** The buttons of a failure; with the contact whose part of the conversation failed, else of the page's own failure. */
export const wayBackButtons = (failure: Failure, contactId?: string): readonly ActionButton[] =>
  waysBackOf(failure)
    .filter(inPanel)
    .map((way) => ({
      label: wayBackLabel(way),
      act: { action: way, ...(contactId !== undefined && { contactId }) },
    }));

/** The failure that a button of the page stands for. */
export function failureIn(
  content: PanelContent,
  contactId: string | undefined,
): Failure | undefined {
  return contactId === undefined ? failureOfPage(content) : failureOfContact(content, contactId);
}

function failureOfContact(
  { conversation, lineage }: PanelContent,
  contactId: string,
): Failure | undefined {
  const sections = conversation?.kind === "ready" ? conversation.conversation.sections : [];
  const absence = sections.find(({ contact }) => contact.id === contactId)?.absence;
  if (absence !== undefined && "failure" in absence) return absence.failure;
  return lineage?.gaps.find((gap) => gap.contactId === contactId)?.failure;
}

/** What the page as a whole could not do. */
export function failureOfPage({
  association,
  conversation,
  testChat,
}: PanelContent): Failure | undefined {
  if (testChat?.line.kind === "notStarted") return testChat.line.failure;
  if (association?.outcome.kind === "failed") return association.outcome.failure;
  return conversation?.kind === "failed" ? conversation.failure : undefined;
}
