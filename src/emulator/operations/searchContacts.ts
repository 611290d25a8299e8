import type {
  ContactSearchSummary,
  SearchContactsRequest,
  SearchContactsResponse,
} from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { searchIn, type Found } from "../contactSearch";
import { nextTokenOf, offsetOf, queryOf } from "../paging";
import { arnWithin, endOf, findInstance, secondsOf } from "../records";
import type { State } from "../state";
import { toSeconds, type FromWire, type Run, type ToWire } from "../wire";
import type { ContactRecord, InstanceRecord } from "../world";

type Input = FromWire<SearchContactsRequest>;

/** The persistent link is left out, as in AWS's summary (domain.md §1.9). */
const summaryOf = (
  state: State,
  instance: InstanceRecord,
  contact: ContactRecord,
): ToWire<ContactSearchSummary> => ({
  Arn: arnWithin(state.world, instance, "contact", contact.id),
  Id: contact.id,
  InitialContactId: contact.initialContactId,
  PreviousContactId: contact.previousContactId,
  InitiationMethod: contact.initiationMethod,
  Channel: contact.channel,
  QueueInfo:
    contact.queueId === undefined
      ? undefined
      : { Id: contact.queueId, EnqueueTimestamp: secondsOf(contact.enqueuedAt) },
  AgentInfo:
    contact.agentId === undefined
      ? undefined
      : {
          Id: contact.agentId,
          ConnectedToAgentTimestamp: secondsOf(contact.connectedToAgentAt),
        },
  InitiationTimestamp: toSeconds(contact.initiatedAt),
  DisconnectTimestamp: secondsOf(endOf(contact, state.clock.now())),
  SegmentAttributes: { "connect:Subtype": { ValueString: contact.subtype } },
});

const checkRange = ({ TimeRange: { StartTime, EndTime } }: Input): void => {
  if (StartTime <= EndTime) return;
  throw new AwsError("InvalidRequestException", "TimeRange: StartTime lies after EndTime.");
};

/** Later pages show what the first one found, also where contacts have ended in between. */
const found = (state: State, instance: InstanceRecord, input: Input, query: string): Found => {
  const remembered = input.NextToken === undefined ? undefined : state.searches.get(query);
  return remembered ?? searchIn(instance.contacts, input, state.clock.now());
};

export const searchContacts: Run<SearchContactsRequest, SearchContactsResponse> = (
  input,
  state,
) => {
  const instance = findInstance(state, input.InstanceId);
  checkRange(input);
  const query = queryOf(
    "SearchContacts",
    instance.id,
    input.TimeRange,
    input.SearchCriteria,
    input.Sort,
  );
  const request = { query, size: input.MaxResults ?? 100, token: input.NextToken };
  const offset = offsetOf(request);
  const all = found(state, instance, input, query);
  state.searches.keep(query, all);
  return {
    Contacts: all.page(offset, request.size).map((contact) => summaryOf(state, instance, contact)),
    NextToken: nextTokenOf(request, all.total).nextToken,
    TotalCount: all.total,
  };
};
