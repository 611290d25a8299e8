import type { TagContactRequest, TagContactResponse } from "@aws-sdk/client-connect";
import { findContact, findInstance } from "../records";
import type { Run } from "../wire";

/** Adds to the tags that are there. */
export const tagContact: Run<TagContactRequest, TagContactResponse> = (
  { InstanceId, ContactId, Tags },
  state,
) => {
  const contact = findContact(findInstance(state, InstanceId), ContactId);
  contact.tags = { ...contact.tags, ...Tags };
  state.changes += 1;
  return {};
};
