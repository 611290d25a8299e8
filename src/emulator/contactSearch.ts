import type { SearchContactsRequest, Sort } from "@aws-sdk/client-connect";
import { testsOf, type Test } from "./contactCriteria";
import { isWithin, timeOf, timeRangeOf, type TimeRange } from "./contactTimes";
import { lowerBound } from "./sorted";
import type { FromWire } from "./wire";
import type { ContactRecord, ContactStore } from "./world";

/** The contacts that a search found, in the wanted order, without a copy of them where that can be had. */
export interface Found {
  readonly total: number;
  page(offset: number, size: number): readonly ContactRecord[];
}

export const foundIn = (contacts: readonly ContactRecord[]): Found => ({
  total: contacts.length,
  page: (offset, size) => contacts.slice(offset, offset + size),
});

/** AWS doesn't say in which order it answers when none is asked for; here newest first. */
const DEFAULT_SORT: FromWire<Sort> = { FieldName: "INITIATION_TIMESTAMP", Order: "DESCENDING" };

interface Question {
  readonly range: TimeRange;
  readonly channels: readonly string[];
  readonly tests: readonly Test[];
  readonly sort: FromWire<Sort>;
  readonly now: number;
}

/** Part of a list that is sorted by initiation. */
interface Slice {
  readonly contacts: readonly ContactRecord[];
  readonly from: number;
  readonly to: number;
}

const sliceOf = (contacts: readonly ContactRecord[], { type, start, end }: TimeRange): Slice => {
  if (type !== "INITIATION_TIMESTAMP") return { contacts, from: 0, to: contacts.length };
  const from = lowerBound(contacts, ({ initiatedAt }) => initiatedAt < start);
  const to = lowerBound(contacts, ({ initiatedAt }) => initiatedAt < end);
  return { contacts, from, to: Math.max(from, to) };
};

/** A page of a slice costs the same among a thousand and a million contacts. */
const foundInSlice = ({ contacts, from, to }: Slice, newestFirst: boolean): Found => ({
  total: to - from,
  page: (offset, size) =>
    newestFirst
      ? contacts.slice(Math.max(from, to - offset - size), Math.max(from, to - offset)).reverse()
      : contacts.slice(from + offset, Math.min(to, from + offset + size)),
});

const sortKeyOf = (
  contact: ContactRecord,
  { sort: { FieldName: field }, now }: Question,
): number | string | undefined => {
  switch (field) {
    case "INITIATION_METHOD":
      return contact.initiationMethod;
    case "CHANNEL":
      return contact.channel;
    case "EXPIRY_TIMESTAMP":
      return undefined;
    default:
      return timeOf(contact, field, now);
  }
};

/** Sorts what is in order of initiation; what lacks the field comes last, and equals stay in order of initiation. */
const sorted = (
  contacts: readonly ContactRecord[],
  question: Question,
): readonly ContactRecord[] => {
  const sign = question.sort.Order === "DESCENDING" ? -1 : 1;
  const inOrder = sign === 1 ? contacts : contacts.toReversed();
  if (question.sort.FieldName === "INITIATION_TIMESTAMP") return inOrder;
  const keyed = inOrder.map((contact) => ({ contact, key: sortKeyOf(contact, question) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === undefined || b.key === undefined) return a.key === undefined ? 1 : -1;
    return a.key < b.key ? -sign : sign;
  });
  return keyed.map(({ contact }) => contact);
};

const filtered = ({ contacts, from, to }: Slice, question: Question): ContactRecord[] => {
  const { range, channels, tests, now } = question;
  const wanted: ContactRecord[] = [];
  for (let at = from; at < to; at += 1) {
    const contact = contacts[at];
    if (
      contact &&
      isWithin(timeOf(contact, range.type, now), range) &&
      (channels.length === 0 || channels.includes(contact.channel)) &&
      tests.every((test) => test(contact))
    ) {
      wanted.push(contact);
    }
  }
  return wanted;
};

const questionOf = (input: FromWire<SearchContactsRequest>, now: number): Question => ({
  range: timeRangeOf(input.TimeRange),
  channels: [...new Set(input.SearchCriteria?.Channels)],
  tests: testsOf(input.SearchCriteria ?? {}, now),
  sort: input.Sort ?? DEFAULT_SORT,
  now,
});

/**
 * Searches the contacts of an instance. A range of initiation times over one channel or all of them, sorted by initiation, is
 * what people list; it is answered by two binary searches. Everything else is looked through.
 */
export const searchIn = (
  store: ContactStore,
  input: FromWire<SearchContactsRequest>,
  now: number,
): Found => {
  const question = questionOf(input, now);
  const { channels, range, sort, tests } = question;
  const [channel] = channels;
  const base =
    channel !== undefined && channels.length === 1 ? store.ofChannel(channel) : store.byInitiation;
  const slice = sliceOf(base, range);
  const plain =
    tests.length === 0 &&
    channels.length < 2 &&
    range.type === "INITIATION_TIMESTAMP" &&
    sort.FieldName === "INITIATION_TIMESTAMP";
  if (plain) return foundInSlice(slice, sort.Order === "DESCENDING");
  return foundIn(sorted(filtered(slice, question), question));
};
