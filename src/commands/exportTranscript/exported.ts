import type { Contact } from "../../domain/contact";
import type { Hidden } from "../../domain/redaction/redact";
import { redactConversation } from "../../domain/redaction/redact";
import type { Conversation } from "../../domain/transcript";
import type { PanelContent } from "../../panel/content";
import { drawPage } from "../../panel/panelView";
import type { HeaderView, Row } from "../../panel/protocol";
import { redactionNotice, redactionWords } from "../../wording/redaction";

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
  /** Does to any other text what was done to the conversation. */
  readonly hide: (text: string) => string;
}

export function exportedOf(
  content: PanelContent,
  conversation: Conversation<Contact>,
  hidesPersonal: boolean,
): Exported {
  if (!hidesPersonal) return drawn(content, conversation);
  const { agents } = content.names;
  const redacted = redactConversation(conversation, agents, redactionWords());
  const names = { ...content.names, agents: redacted.agentNames };
  const { rows, ...rest } = drawn({ ...content, names }, redacted.conversation);
  return {
    ...rest,
    rows: rows.map((row) => withoutPersonal(row, redacted.hide)),
    notice: redactionNotice(redacted.hidden),
    hidden: redacted.hidden,
    hide: redacted.hide,
  };
}

function drawn(content: PanelContent, conversation: Conversation<Contact>): Exported {
  const shown: PanelContent = { ...content, conversation: { kind: "ready", conversation } };
  const { rows, view } = drawPage(shown);
  return {
    content: shown,
    conversation,
    header: view.header,
    rows: rows.slice(0, rows.length),
    notice: redactionNotice(undefined),
    hide: (text) => text,
  };
}

/** Why something could not be read is said in the service's words, and these may name who asked. */
const withoutPersonal = (row: Row, hide: (text: string) => string): Row =>
  row.kind === "notice" ? { ...row, title: hide(row.title), text: hide(row.text) } : row;

export const optionText = ({
  title,
  subtitle,
}: {
  readonly title: string;
  readonly subtitle?: string;
}): string => (subtitle === undefined ? title : `${title} · ${subtitle}`);
