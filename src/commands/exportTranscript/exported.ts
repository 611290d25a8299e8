import type { Contact } from "../../domain/contact";
import type { Hidden } from "../../domain/redaction/redact";
import { redactConversation } from "../../domain/redaction/redact";
import type { Conversation } from "../../domain/transcript";
import type { PanelContent } from "../../panel/content";
import { hideContent } from "../../panel/hiddenContent";
import { drawPage } from "../../panel/panelView";
import type { HeaderView, Row } from "../../panel/protocol";
import { contactLensNotice, redactionNotice } from "../../wording/redaction";

/** A conversation as it goes out, in every format the same. */
export interface Exported {
  readonly content: PanelContent;
  readonly conversation: Conversation<Contact>;
  readonly header: HeaderView;
  /** What the panel shows of it. */
  readonly rows: readonly Row[];
  /** What was hidden, and that something may have been missed. */
  readonly notice: string;
  readonly hidden?: Hidden;
}

export function exportedOf(
  content: PanelContent,
  conversation: Conversation<Contact>,
  hidesPersonal: boolean,
): Exported {
  const shown: PanelContent = { ...content, conversation: { kind: "ready", conversation } };
  if (!hidesPersonal) return drawn(shown, conversation);
  const { content: hiddenContent, redactor } = hideContent(shown);
  const { conversation: redacted, hidden } = redactConversation(conversation, redactor);
  return {
    ...drawn(
      { ...hiddenContent, conversation: { kind: "ready", conversation: redacted } },
      redacted,
    ),
    notice: redactionNotice(hidden),
    hidden,
  };
}

/**
 * `redacted` is the conversation as Contact Lens stored it, which stays as it is; who handled a contact, and the words of failures, are
 * the product's own knowledge and hidden.
 */
export function exportedAsRedacted(
  content: PanelContent,
  redacted: Conversation<Contact>,
): Exported {
  const contactsOnly = redacted.sections.map((section) => ({ ...section, items: [] }));
  const { content: hiddenContent, redactor } = hideContent({
    ...content,
    // Not the items: there, everybody has the same name.
    conversation: { kind: "ready", conversation: { ...redacted, sections: contactsOnly } },
  });
  const conversation = {
    ...redacted,
    sections: redacted.sections.map((section) => ({
      ...section,
      ...(section.absence && { absence: redactor.absence(section.absence) }),
    })),
  };
  return {
    ...drawn({ ...hiddenContent, conversation: { kind: "ready", conversation } }, conversation),
    notice: contactLensNotice(conversation.sections.filter(({ absence }) => absence).length),
  };
}

function drawn(content: PanelContent, conversation: Conversation<Contact>): Exported {
  const { rows, view } = drawPage(content);
  return {
    content,
    conversation,
    header: view.header,
    rows: rows.slice(0, rows.length),
    notice: redactionNotice(undefined),
  };
}

export const optionText = ({
  title,
  subtitle,
}: {
  readonly title: string;
  readonly subtitle?: string;
}): string => (subtitle === undefined ? title : `${title} · ${subtitle}`);
