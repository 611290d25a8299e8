import type {
  SearchContactsAdditionalTimeRangeCriteria,
  SearchContactsMatchType,
  SearchCriteria,
} from "@aws-sdk/client-connect";
import { AwsError } from "./awsError";
import { isWithin, timeOf, timeRangeOf } from "./contactTimes";
import type { FromWire } from "./wire";
import type { ContactRecord } from "./world";

export type Test = (contact: ContactRecord) => boolean;
type Criteria = FromWire<SearchCriteria>;

/** Criteria that ask for what the emulator doesn't keep: it says so, instead of answering as if they were not there. */
const NOT_EMULATED = [
  "Name",
  "AgentHierarchyGroups",
  "ContactAnalysis",
  "RoutingCriteria",
  "ActiveRegions",
  "ContactTags",
  "AiAgents",
] as const satisfies readonly (keyof Criteria)[];

const refuseUnknown = (criteria: Criteria): void => {
  const unknown = NOT_EMULATED.filter((name) => criteria[name] !== undefined);
  if (unknown.length === 0) return;
  throw new AwsError(
    "InvalidRequestException",
    `The emulator does not know the search criteria ${unknown.join(", ")}.`,
  );
};

/** Joins the tests of one criterion; `MATCH_EXACT` asks for the same as `MATCH_ALL`, which is also what no match type means. */
const joined = (tests: readonly Test[], match: SearchContactsMatchType = "MATCH_ALL"): Test => {
  if (match === "MATCH_ANY") return (contact) => tests.some((test) => test(contact));
  if (match === "MATCH_NONE") return (contact) => !tests.some((test) => test(contact));
  return (contact) => tests.every((test) => test(contact));
};

/** A list of wanted values; an empty list wants everything. */
const anyOf = (
  wanted: readonly string[] | undefined,
  valueOf: (contact: ContactRecord) => string | undefined,
): readonly Test[] => {
  if (!wanted || wanted.length === 0) return [];
  const values = new Set<string | undefined>(wanted);
  return [(contact) => values.has(valueOf(contact))];
};

interface AttributeCriteria {
  readonly Criteria: readonly { readonly Key: string; readonly Values: readonly string[] }[];
  readonly MatchType?: SearchContactsMatchType;
}

const attributes = (
  criteria: AttributeCriteria | undefined,
  valueOf: (contact: ContactRecord, key: string) => string | undefined,
): readonly Test[] => {
  if (!criteria || criteria.Criteria.length === 0) return [];
  const tests = criteria.Criteria.flatMap(({ Key, Values }) =>
    anyOf(Values, (contact) => valueOf(contact, Key)),
  );
  return [joined(tests, criteria.MatchType)];
};

const timeTest = (
  { TimeRange, TimestampCondition }: FromWire<SearchContactsAdditionalTimeRangeCriteria>,
  now: number,
): Test => {
  const range = TimeRange && timeRangeOf(TimeRange);
  return (contact) =>
    (!range || isWithin(timeOf(contact, range.type, now), range)) &&
    (!TimestampCondition || timeOf(contact, TimestampCondition.Type, now) === undefined);
};

const times = (criteria: Criteria["AdditionalTimeRange"], now: number): readonly Test[] => {
  if (!criteria || criteria.Criteria.length === 0) return [];
  return [
    joined(
      criteria.Criteria.map((criterion) => timeTest(criterion, now)),
      criteria.MatchType,
    ),
  ];
};

/** What a contact must pass, apart from its channel; empty where nothing else is asked for. */
export const testsOf = (criteria: Criteria, now: number): readonly Test[] => {
  refuseUnknown(criteria);
  return [
    ...anyOf(criteria.AgentIds, ({ agentId }) => agentId),
    ...anyOf(criteria.QueueIds, ({ queueId }) => queueId),
    ...anyOf(criteria.InitiationMethods, ({ initiationMethod }) => initiationMethod),
    ...attributes(criteria.SearchableContactAttributes, (contact, key) =>
      Object.hasOwn(contact.attributes, key) ? contact.attributes[key] : undefined,
    ),
    ...attributes(criteria.SearchableSegmentAttributes, ({ subtype }, key) =>
      key === "connect:Subtype" ? subtype : undefined,
    ),
    ...times(criteria.AdditionalTimeRange, now),
  ];
};
