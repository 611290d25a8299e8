import type {
  UpdateContactAttributesRequest,
  UpdateContactAttributesResponse,
} from "@aws-sdk/client-connect";
import { checkAttributes } from "../contactAttributes";
import { findContact, findInstance } from "../records";
import type { Run } from "../wire";

/** Adds to the attributes that are there; works on contacts that have ended, too (domain.md §1.8). */
export const updateContactAttributes: Run<
  UpdateContactAttributesRequest,
  UpdateContactAttributesResponse
> = ({ InstanceId, InitialContactId, Attributes }, state) => {
  const { attributes } = findContact(findInstance(state, InstanceId), InitialContactId);
  checkAttributes({ ...attributes, ...Attributes });
  Object.assign(attributes, Attributes);
  state.changes += 1;
  return {};
};
