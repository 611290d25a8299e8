import type { StopContactRequest, StopContactResponse } from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { end } from "../chats";
import { endOf, findContact, findInstance } from "../records";
import type { Run } from "../wire";

export const stopContact: Run<StopContactRequest, StopContactResponse> = (
  { InstanceId, ContactId },
  state,
) => {
  const instance = findInstance(state, InstanceId);
  const contact = findContact(instance, ContactId);
  const at = state.clock.now();
  if (endOf(contact, at) !== undefined) {
    throw new AwsError("ContactNotFoundException", `Contact ${ContactId} has ended already.`);
  }
  end(state, instance, contact, { at, reason: "API" });
  state.changes += 1;
  return {};
};
