import type { Contact } from "../contact";
import { hasEnded, isChat } from "../contact";
import { contactReferenceOf, isContactId } from "../contactReference";
import type { Session } from "../history";
import type { AskedAssociation } from "./evidence";

/** What tells which past contact a chat continues, or was to continue. */
export type PastLead =
  /** The chat's record has it: `contactId` is what the service continued from. */
  | { readonly by: "link"; readonly contactId: string; readonly linkedContactId: string }
  /** The service was asked for it. */
  | { readonly by: "request"; readonly contactId: string }
  /** An attribute of the chat holds it, where a flow block can read it. */
  | {
      readonly by: "attribute";
      readonly contactId: string;
      readonly name: string;
      readonly value: string;
    }
  /** Nothing does, but the chat has ended: it may itself be the past chat that is missed elsewhere. */
  | { readonly by: "itself"; readonly contactId: string };

/** Names that people give to the attribute with the earlier contact's id, such as `previousContactId`. */
const SOUNDS_LIKE_PAST =
  /(?:prev|past|last|source|related|prior|old|earlier).*(?:contact|chat|id)/i;
const SOUNDS_LIKE_CONTACT = /contact.?id/i;

export interface AttributeLead {
  readonly name: string;
  readonly value: string;
  /** Absent where the value names no contact. */
  readonly contactId?: string;
  /** False where the contact is named by an ARN or an address. */
  readonly isPlainId: boolean;
}

/**
 * The attribute that a flow block would read: one that the instance's flows read, else by its name, else any that holds the id
 * of a contact of another session. Which flow the chat went through can't be seen from outside (domain.md §1.8).
 */
export function attributeLead(
  attributes: Readonly<Record<string, string>>,
  session: Session,
  readByFlows: readonly string[],
): AttributeLead | undefined {
  const own = new Set(session.contacts.map(({ id }) => id));
  const leads = Object.entries(attributes).map(([name, value]): AttributeLead => {
    const contactId = contactReferenceOf(value)?.contactId;
    return {
      name,
      value,
      isPlainId: isContactId(value.trim()),
      ...(contactId !== undefined && { contactId }),
    };
  });
  const others = leads.filter(({ contactId = "" }) => !own.has(contactId));
  const named = others.filter(({ contactId }) => contactId !== undefined);
  return (
    others.find(({ name }) => readByFlows.includes(name)) ??
    named.find(({ name }) => SOUNDS_LIKE_PAST.test(name)) ??
    named[0] ??
    others.find(({ name }) => SOUNDS_LIKE_PAST.test(name) && SOUNDS_LIKE_CONTACT.test(name))
  );
}

/** The contact of a session that continues another chat. */
export const linkedContact = ({ contacts }: Session): Contact | undefined =>
  contacts.findLast(({ relatedContactId }) => relatedContactId !== undefined);

/** Rules of precedence: what was asked for, what was done, what a flow could have read. */
export function pastLeadOf(
  contact: Contact,
  session: Session,
  known: {
    readonly association?: AskedAssociation | undefined;
    readonly attributes: Readonly<Record<string, string>>;
    readonly readByFlows: readonly string[];
  },
): PastLead | undefined {
  if (known.association !== undefined)
    return { by: "request", contactId: known.association.sourceContactId };
  const linked = linkedContact(session);
  if (linked?.relatedContactId !== undefined)
    return { by: "link", contactId: linked.relatedContactId, linkedContactId: linked.id };
  const lead = attributeLead(known.attributes, session, known.readByFlows);
  if (lead?.contactId !== undefined)
    return { by: "attribute", contactId: lead.contactId, name: lead.name, value: lead.value };
  return isChat(contact) && hasEnded(contact) ? { by: "itself", contactId: contact.id } : undefined;
}
