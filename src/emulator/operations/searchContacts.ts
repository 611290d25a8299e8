import type {
  ContactSearchSummary,
  SearchContactsRequest,
  SearchContactsResponse,
} from "@aws-sdk/client-connect";
import { AwsError } from "../awsError";
import { searchIn, type Found } from "../contactSearch";
import { unchanging } from "../jsonText";
import { nextTokenOf, offsetOf, queryOf } from "../paging";
import { arnWithin, endOf, findInstance, secondsOf } from "../records";
import type { State } from "../state";
import { toSeconds, type FromWire, type Run, type ToWire } from "../wire";
import type { ContactRecord, InstanceRecord } from "../world";

type Input = FromWire<SearchContactsRequest>;

/** A contact as it is now. */
interface Told {
  readonly contact: ContactRecord;
  readonly endedAt: number | undefined;
}

/** The persistent link is left out, as in AWS's summary (domain.md §1.9). */
const made = (
  { world }: State,
  instance: InstanceRecord,
  { contact, endedAt }: Told,
): ToWire<ContactSearchSummary> => ({
  Arn: arnWithin(world, instance, "contact", contact.id),
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
  DisconnectTimestamp: secondsOf(endedAt),
  SegmentAttributes: { "connect:Subtype": { ValueString: contact.subtype } },
});

/** All of a contact that a summary tells and that comes later than the contact itself. */
const changeable = (contact: ContactRecord, now: number): readonly unknown[] => [
  endOf(contact, now),
  contact.queueId,
  contact.agentId,
];

const summaryOf = (
  state: State,
  instance: InstanceRecord,
  { contact, now }: { readonly contact: ContactRecord; readonly now: number },
): ToWire<ContactSearchSummary> =>
  state.summaries.of(contact, changeable(contact, now), () =>
    unchanging(made(state, instance, { contact, endedAt: endOf(contact, now) })),
  );

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
  if (offset + request.size < all.total) state.searches.keep(query, all);
  const now = state.clock.now();
  const contacts = all.page(offset, request.size);
  const from: unknown[] = [all.total];
  for (const contact of contacts)
    from.push(contact, endOf(contact, now), contact.queueId, contact.agentId);
  // Whoever refreshes a list asks for the same page again: where nothing has changed, its text is there already.
  return state.pages.of(`${query} ${offset} ${request.size}`, from, () =>
    unchanging({
      Contacts: contacts.map((contact) => summaryOf(state, instance, { contact, now })),
      NextToken: nextTokenOf(request, all.total).nextToken,
      TotalCount: all.total,
    }),
  );
};
