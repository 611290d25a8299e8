import type {
  ListContactReferencesRequest,
  ListContactReferencesResponse,
} from "@aws-sdk/client-connect";
import { findContact, findInstance } from "../records";
import { saidDuring } from "../said";
import type { Run } from "../wire";

/** A chat's references are the attachments that were sent in it; the token is never used (domain.md §3.2). */
export const listContactReferences: Run<
  ListContactReferencesRequest,
  ListContactReferencesResponse
> = ({ InstanceId, ContactId, ReferenceTypes }, state) => {
  const instance = findInstance(state, InstanceId);
  const items = saidDuring(state, instance, findContact(instance, ContactId));
  const attachments = items.flatMap(({ Attachments = [] }) => Attachments);
  return {
    ReferenceSummaryList: ReferenceTypes.includes("ATTACHMENT")
      ? attachments.map(({ AttachmentName, AttachmentId, Status }) => ({
          Attachment: { Name: AttachmentName, Value: AttachmentId, Status },
        }))
      : [],
  };
};
