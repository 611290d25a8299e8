import type {
  GetTranscriptRequest,
  Item,
  ScanDirection,
  StartPosition,
} from "@aws-sdk/client-connectparticipant";
import { AwsError } from "./awsError";
import type { Chat, ChatItem } from "./chats";
import { pastContacts } from "./history";
import { queryOf, shortened } from "./paging";
import { storedItems } from "./said";
import type { TranscriptItem } from "./seed/transcript";
import type { State } from "./state";
import type { FromWire, ToWire } from "./wire";
import type { ContactRecord } from "./world";

type Input = FromWire<GetTranscriptRequest>;

/** An item as GetTranscript tells it. */
export type ToldItem = ToWire<Item>;

/** Items in order of time, and how to go on where there are more. */
export interface TranscriptPage {
  readonly items: readonly ToldItem[];
  readonly nextToken?: string | undefined;
}

/** A bound between two items: of the current session, or of a past contact by its number, newest first. */
interface Place {
  readonly contact: number | "current";
  readonly at: number;
}

interface Page {
  readonly items: readonly ToldItem[];
  readonly next?: Place | undefined;
}

interface Reading {
  readonly state: State;
  readonly chat: Chat;
  readonly direction: ScanDirection;
  readonly size: number;
  /** Of the current session, or of the one contact that was asked for. */
  readonly current: readonly ChatItem[];
  readonly leadsIntoPast: boolean;
}

const DEFAULT_SIZE = 10;

const invalid = (message: string): AwsError => new AwsError("ValidationException", message);

const told = ({ item, contactId, receipts }: ChatItem): ToldItem => ({
  ...item,
  ContactId: contactId,
  ...(receipts.length > 0 && { MessageMetadata: { MessageId: item.Id, Receipts: [...receipts] } }),
});

const toldOfPast = (item: TranscriptItem, contact: ContactRecord): ToldItem => ({
  ...item,
  RelatedContactId: contact.id,
});

const pastOf = ({ chat }: Reading): readonly ContactRecord[] =>
  pastContacts(chat.instance, chat.current.initialContactId);

/** The end of the newest past contact from this number on that has items. */
const endOfPast = (reading: Reading, from: number): Place | undefined => {
  const { state, chat } = reading;
  const past = pastOf(reading);
  for (let contact = from; contact < past.length; contact += 1) {
    const record = past[contact];
    const at = record ? storedItems(state, chat.instance, record).length : 0;
    if (at > 0) return { contact, at };
  }
  return undefined;
};

/** Goes back from this place through past contacts until the page is full. */
const pastPage = (reading: Reading, start: Place & { readonly contact: number }): Page => {
  const { state, chat, size } = reading;
  const past = pastOf(reading);
  const items: ToldItem[] = [];
  let place: Place | undefined = start;
  while (place && place.contact !== "current" && items.length < size) {
    const { contact, at }: Place = place;
    const record: ContactRecord | undefined = past[contact];
    if (!record) return { items };
    const from = Math.max(0, at - (size - items.length));
    const own = storedItems(state, chat.instance, record).slice(from, at);
    items.unshift(...own.map((item) => toldOfPast(item, record)));
    place = from > 0 ? { contact, at: from } : endOfPast(reading, contact + 1);
  }
  return { items, next: place };
};

const currentPage = (reading: Reading, at: number): Page => {
  const { current, direction, size, leadsIntoPast } = reading;
  if (direction === "FORWARD") {
    const end = at + size;
    return {
      items: current.slice(at, end).map(told),
      ...(end < current.length && { next: { contact: "current", at: end } }),
    };
  }
  const start = Math.max(0, at - size);
  const earlier: Place | undefined = leadsIntoPast ? endOfPast(reading, 0) : undefined;
  return {
    items: current.slice(start, at).map(told),
    next: start > 0 ? { contact: "current", at: start } : earlier,
  };
};

const indexOfTime = ({ current, direction }: Reading, text: string): number | undefined => {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalid("StartPosition.AbsoluteTime is no time in ISO 8601.");
  const timeOf = ({ item }: ChatItem): number => Date.parse(item.AbsoluteTime);
  const index =
    direction === "FORWARD"
      ? current.findIndex((item) => timeOf(item) >= time)
      : current.findLastIndex((item) => timeOf(item) <= time);
  return index === -1 ? undefined : index;
};

/** The item that a start position names; it belongs to the page. */
const indexOf = (reading: Reading, position: FromWire<StartPosition>): number | undefined => {
  const { Id: id, AbsoluteTime: time, MostRecent: count } = position;
  const { current } = reading;
  if (time !== undefined) return indexOfTime(reading, time);
  if (count !== undefined) return count === 0 ? undefined : Math.max(0, current.length - count);
  const index = current.findIndex(({ item }) => item.Id === id);
  return index === -1 ? undefined : index;
};

const positionOf = ({ StartPosition: position }: Input): FromWire<StartPosition> | undefined => {
  // Chat clients send members that hold nothing.
  const given = Object.values(position ?? {}).filter(
    (value: unknown) => value !== undefined && value !== null,
  );
  if (given.length > 1) throw invalid("StartPosition takes one of Id, AbsoluteTime, MostRecent.");
  return given.length === 1 ? position : undefined;
};

const startOf = (reading: Reading, input: Input): Place | undefined => {
  const position = positionOf(input);
  const isForward = reading.direction === "FORWARD";
  if (!position) return { contact: "current", at: isForward ? 0 : reading.current.length };
  const index = indexOf(reading, position);
  return index === undefined
    ? undefined
    : { contact: "current", at: isForward ? index : index + 1 };
};

/** A token is good for its own connection and question only. */
const nameOf = (input: Input, direction: ScanDirection): string =>
  shortened(queryOf("GetTranscript", input.ConnectionToken, input.ContactId, direction));

const tokenOf = (name: string, { contact, at }: Place): string =>
  Buffer.from(`${name} ${contact} ${at}`).toString("base64url");

const placeOf = (name: string, token: string): Place => {
  const text = Buffer.from(token, "base64url").toString();
  const [, of, contact, at] = /^(\S+) (current|\d{1,3}) (\d{1,9})$/.exec(text) ?? [];
  if (of !== name || contact === undefined) {
    throw invalid("NextToken does not belong to this connection and request.");
  }
  return { contact: contact === "current" ? contact : Number(contact), at: Number(at) };
};

/** One page of what a participant may read of a chat (domain.md §4.1). */
export const transcriptPage = (state: State, chat: Chat, input: Input): TranscriptPage => {
  const { ContactId: only, MaxResults, NextToken } = input;
  const direction = input.ScanDirection ?? (positionOf(input) ? "FORWARD" : "BACKWARD");
  const reading: Reading = {
    state,
    chat,
    direction,
    // A page of nothing would lead nowhere.
    size: MaxResults === undefined || MaxResults === 0 ? DEFAULT_SIZE : MaxResults,
    current: only ? chat.items.filter(({ contactId }) => contactId === only) : chat.items,
    leadsIntoPast: only === undefined,
  };
  const name = nameOf(input, direction);
  const place = NextToken ? placeOf(name, NextToken) : startOf(reading, input);
  if (!place) return { items: [] };
  const { contact, at } = place;
  const page =
    contact === "current" ? currentPage(reading, at) : pastPage(reading, { contact, at });
  return { items: page.items, nextToken: page.next && tokenOf(name, page.next) };
};
