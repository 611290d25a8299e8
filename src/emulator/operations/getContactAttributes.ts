import type {
  GetContactAttributesRequest,
  GetContactAttributesResponse,
} from "@aws-sdk/client-connect";
import { findContact, findInstance } from "../records";
import type { Run } from "../wire";

/** Takes any contact of a session, not only the initial one that the member's name asks for. */
export const getContactAttributes: Run<
  GetContactAttributesRequest,
  GetContactAttributesResponse
> = ({ InstanceId, InitialContactId }, state) => ({
  Attributes: findContact(findInstance(state, InstanceId), InitialContactId).attributes,
});
