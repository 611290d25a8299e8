import type { Lineage } from "../history";
import type { AssociationPlan } from "../plan";
import { planAssociation } from "../plan";
import type { Contact } from "../contact";
import type { Complaint } from "./evidence";
import type { PastLead } from "./pastLead";

/**
 * What the past chat would bring to the chat. Which rehydration type a flow uses can't be seen, so that without a known
 * association the weaker conditions of `FROM_SEGMENT` are held against it.
 */
export const pastPlan = (
  { association }: Complaint,
  chat: Contact,
  lead: PastLead,
  lineage: Lineage,
): AssociationPlan =>
  planAssociation({
    rehydrationType: association?.rehydrationType ?? "FROM_SEGMENT",
    pastContactId: lead.contactId,
    lineage,
    // A chat that is linked has what it was to get, and one that is looked at as the past chat gets nothing.
    current: lead.by === "request" || lead.by === "attribute" ? chat : undefined,
  });
