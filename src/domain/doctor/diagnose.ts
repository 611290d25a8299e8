import type { CheckVerdict } from "../checks";
import { currentStateChecks } from "../checks";
import type { Contact } from "../contact";
import { hasEnded } from "../contact";
import { Failure } from "../failure";
import type { Session } from "../history";
import type { Evidence } from "./evidence";
import { chatOf } from "./evidence";
import type { KnownContacts } from "./exhibits";
import { checkExhibits, endOf, exhibit, linkOf } from "./exhibits";
import type { Finding } from "./finding";
import { instanceFindings } from "./instanceFindings";
import { contactIsKnown, pastFindings } from "./pastFindings";
import { attributesRead } from "./flowBlocks";
import type { AttributeLead } from "./pastLead";
import { attributeLead } from "./pastLead";

/**
 * Why a chat has no history, question by question. A finding is a problem only where a documented rule is broken or the
 * service says so itself; what nobody can know from outside stays unknown.
 */
export function diagnose(evidence: Evidence): readonly Finding[] {
  const { session, complaint, past } = evidence;
  const { contactId } = complaint;
  if (session instanceof Failure)
    return [contactIsKnown("chat", contactId, session), ...instanceFindings(evidence)];
  const chat = chatOf(session, contactId);
  const isAsked = complaint.association !== undefined;
  const found = [
    contactIsKnown("chat", contactId),
    ...(isAsked && past !== undefined && !(past.lineage instanceof Failure)
      ? []
      : stateFindings(chat, past?.lead.by === "link")),
    ...(isAsked || past?.lead.by === "link" ? [] : [attributeFinding(evidence, session)]),
    ...pastFindings(evidence, chat),
    ...instanceFindings(evidence),
  ];
  return isAsked
    ? found
    : [...found.slice(0, 1), linkFinding(evidence, session, found), ...found.slice(1)];
}

/** That a chat has ended is no mistake: whether its history was asked for before that is not known. */
function stateFindings(chat: Contact, isLinked: boolean): readonly Finding[] {
  return currentStateChecks(chat).flatMap((check): readonly Finding[] => {
    if (check.id !== "currentIsActive") {
      const exhibits = checkExhibits(check, onlyThis(chat));
      return [{ id: "rule", verdict: check.verdict, about: "chat", check, exhibits }];
    }
    if (isLinked) return [];
    const { endedAt } = chat;
    return [
      {
        id: "chatIsActive",
        verdict: endedAt === undefined ? "ok" : "unknown",
        about: "chat",
        exhibits: [endOf(chat)],
        ...(endedAt !== undefined && { endedAt }),
      },
    ];
  });
}

const onlyThis = (chat: Contact): KnownContacts => ({
  contactOf: () => chat,
  session: [],
  carried: [],
});

type AttributeFinding = Extract<Finding, { id: "attributeNamesContact" }>;

const attributeVerdicts: Readonly<Record<AttributeFinding["state"], CheckVerdict>> = {
  named: "ok",
  notAnId: "problem",
  notSet: "unknown",
  otherForm: "unknown",
  none: "unknown",
  unread: "unknown",
};

/** Whether a flow block could have read the past contact's id (domain.md §1.8). */
function attributeFinding({ attributes, blocks }: Evidence, session: Session): Finding {
  const read = attributesRead(blocks);
  const lead = attributes instanceof Failure ? undefined : attributeLead(attributes, session, read);
  const missing = lead !== undefined && read.includes(lead.name) ? [] : read;
  const state = attributes instanceof Failure ? "unread" : stateOf(lead, missing);
  const found = lead === undefined ? [] : [exhibit(`$.Attributes.${lead.name}`, lead.value)];
  return {
    id: "attributeNamesContact",
    verdict: attributeVerdicts[state],
    about: "chat",
    state,
    exhibits: [...found, ...missing.map((name) => exhibit(`$.Attributes.${name}`))],
  };
}

function stateOf(
  lead: AttributeLead | undefined,
  missing: readonly string[],
): AttributeFinding["state"] {
  if (missing.length > 0) return "notSet";
  if (lead === undefined) return "none";
  if (lead.contactId === undefined) return "notAnId";
  return lead.isPlainId ? "named" : "otherForm";
}

/** No link is the reason only where nothing else is: what is wrong elsewhere keeps the service from making one. */
function linkFinding(
  { past }: Evidence,
  { contacts }: Session,
  others: readonly Finding[],
): Finding {
  const finding = {
    id: "chatIsLinked",
    about: "chat",
    isActive: contacts.some((contact) => !hasEnded(contact)),
    ...(past !== undefined && { lead: past.lead }),
  } as const;
  if (past?.lead.by === "link") {
    const { linkedContactId } = past.lead;
    const linked = contacts.filter(({ id }) => id === linkedContactId);
    return { ...finding, verdict: "ok", exhibits: linked.map(linkOf) };
  }
  const hasOtherReason = others.some(({ verdict }) => verdict === "problem");
  const mayStillCome = finding.isActive && past?.lead.by === "attribute";
  return {
    ...finding,
    verdict: hasOtherReason || mayStillCome ? "unknown" : "problem",
    exhibits: contacts.map(linkOf),
  };
}
