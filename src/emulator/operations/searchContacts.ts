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
import type { State, Summary } from "../state";
import { toSeconds, type FromWire, type Run, type ToWire } from "../wire";
import type { ContactRecord, InstanceRecord } from "../world";

type Input = FromWire<SearchContactsRequest>;

/** The persistent link is left out, as in AWS's summary (domain.md §1.9). */
const made = (
  { world }: State,
  instance: InstanceRecord,
  { contact, endedAt }: { readonly contact: ContactRecord; readonly endedAt: number | undefined },
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

/** Of what a summary tells, only the end, the queue and the agent come later: else it is made once. */
const summaryOf = (
  state: State,
  instance: InstanceRecord,
  { contact, now }: { readonly contact: ContactRecord; readonly now: number },
): ToWire<ContactSearchSummary> => {
  const endedAt = endOf(contact, now);
  const known = state.summaries.get(contact);
  const { queueId, agentId } = contact;
  const isGood = (summary: Summary): boolean =>
    summary.endedAt === endedAt && summary.queueId === queueId && summary.agentId === agentId;
  if (known && isGood(known)) return known.content;
  const content = unchanging(made(state, instance, { contact, endedAt }));
  state.summaries.keep(contact, { endedAt, queueId, agentId, content });
  return content;
};

const checkRange = ({ TimeRange: { StartTime, EndTime } }: Input): void => {
  if (StartTime <= EndTime) return;
  throw new AwsError("InvalidRequestException", "TimeRange: StartTime lies after EndTime.");
};

/** Later pages show what the first one found, also where contacts have ended in between. */
const found = (state: State, instance: InstanceRecord, input: Input, query: string): Found => {
  const remembered = input.NextToken === undefined ? undefined : state.searches.get(query);
  return remembered ?? searchIn(instance.contacts, input, state.clock.now());
};

type Answer = ToWire<SearchContactsResponse>;

const isSame = (one: Answer, other: Answer): boolean =>
  one.TotalCount === other.TotalCount &&
  one.Contacts?.length === other.Contacts?.length &&
  one.Contacts?.every((contact, index) => contact === other.Contacts?.[index]) === true;

/** Whoever refreshes a list asks for the same page again: where nothing has changed, its text is there already. */
const pageOf = ({ pages }: State, name: string, answer: Answer): Answer => {
  const known = pages.get(name);
  return known && isSame(known, answer) ? known : pages.keep(name, unchanging(answer));
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
  const now = state.clock.now();
  const contacts = all.page(offset, request.size);
  return pageOf(state, `${query} ${offset} ${request.size}`, {
    Contacts: contacts.map((contact) => summaryOf(state, instance, { contact, now })),
    NextToken: nextTokenOf(request, all.total).nextToken,
    TotalCount: all.total,
  });
};
