import type {
  ListAssociatedContactsRequest,
  ListAssociatedContactsResponse,
} from "@aws-sdk/client-connect";
import { pageOf, queryOf } from "../paging";
import { arnWithin, endOf, findContact, findInstance, secondsOf } from "../records";
import { toSeconds, type Run } from "../wire";

/** The contacts of the session, oldest first; older sessions of a persistent chat are not in it (domain.md §2.5 leaves it open). */
export const listAssociatedContacts: Run<
  ListAssociatedContactsRequest,
  ListAssociatedContactsResponse
> = ({ InstanceId, ContactId, MaxResults = 100, NextToken }, state) => {
  const instance = findInstance(state, InstanceId);
  const { initialContactId } = findContact(instance, ContactId);
  const page = pageOf(instance.contacts.session(initialContactId), {
    query: queryOf("ListAssociatedContacts", instance.id, initialContactId),
    size: MaxResults,
    token: NextToken,
  });
  const now = state.clock.now();
  return {
    ContactSummaryList: page.items.map((contact) => ({
      ContactId: contact.id,
      ContactArn: arnWithin(state.world, instance, "contact", contact.id),
      InitiationTimestamp: toSeconds(contact.initiatedAt),
      DisconnectTimestamp: secondsOf(endOf(contact, now)),
      InitialContactId: contact.initialContactId,
      PreviousContactId: contact.previousContactId,
      RelatedContactId: contact.relatedContactId,
      InitiationMethod: contact.initiationMethod,
      Channel: contact.channel,
    })),
    NextToken: page.nextToken,
  };
};
