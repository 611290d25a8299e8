import type { AgentName } from "./organization";
import { HOUR, SECOND, type Beginning } from "./session";
import type { TopicName } from "./topics";

export type Subtype = "Chat" | "SMS" | "WhatsApp" | "Apple" | "Guide";

/** How a contact of the chat began and, where somebody took it, who. */
export type Handling = readonly [beginning: Beginning, agent?: AgentName];

/** One chat of the demo's day. */
export interface DayChat {
  readonly hoursAgo: number;
  readonly customer: string;
  readonly topic: TopicName;
  readonly handling: readonly [Handling, ...Handling[]];
  readonly subtype?: Subtype;
  /** Why the session ended, where nothing else follows from its last contact. */
  readonly reason?: string;
  /** Id of the first contact, where others rely on it. */
  readonly id?: string;
  /** Milliseconds that the first contact lasted; drawn where absent. */
  readonly lasts?: number;
  readonly active?: boolean;
}

const chat = (
  hoursAgo: number,
  customer: string,
  topic: TopicName,
  handling: readonly [Handling, ...Handling[]],
): DayChat => ({ hoursAgo, customer, topic, handling });

const survey: Handling = ["DISCONNECT"];

const LONG_NAME = "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff-Montgomery Senior";

/** Chats of unrelated customers, newest first. */
export const DAY: readonly DayChat[] = [
  chat(0.7, "Grace Mbeki", "invoice", [["API", "tomas"]]),
  { ...chat(1.2, "Luca Moretti", "parcel", [["API", "lea"]]), subtype: "WhatsApp" },
  chat(1.6, LONG_NAME, "cancel", [["API", "maximiliane"], ["TRANSFER", "samir"], survey]),
  { ...chat(1.9, "+1 555 0142", "parcel", [["API", "priya"]]), subtype: "SMS" },
  { ...chat(2.5, "Ravi Shankar", "invoice", [["API"]]), reason: "CUSTOMER_DISCONNECT" },
  chat(3, "Sabine Köhler", "router", [["API", "jonas"], survey]),
  chat(3.4, "نور الدين المنصوري", "damaged", [["API", "samir"], survey]),
  chat(3.9, "Emily Carter", "refund", [
    ["API", "mia"],
    ["TRANSFER", "tomas"],
  ]),
  { ...chat(4.8, "佐藤 さくら", "relocation", [["API", "yuki"]]), subtype: "Apple" },
  chat(5.3, "Oliver Smith", "lineFault", [
    ["API"],
    ["QUEUE_TRANSFER", "priya"],
    ["TRANSFER", "jonas"],
    survey,
  ]),
  {
    ...chat(5.9, "Beatriz Fonseca", "installation", [["API", "lea"]]),
    subtype: "WhatsApp",
    reason: "IDLE_DISCONNECT",
  },
  {
    ...chat(6.3, "Guest", "lineFault", [["API"]]),
    subtype: "Guide",
    reason: "CONTACT_FLOW_DISCONNECT",
  },
  chat(6.8, "Siobhán O’Brien & Sons <office>", "invoice", [["API", "tomas"], survey]),
  chat(7.4, "Nguyễn Thị Minh Khai", "parcel", [["API"], ["QUEUE_TRANSFER", "mia"]]),
  { ...chat(9.1, "+44 7700 900123", "refund", [["API", "samir"], survey]), subtype: "SMS" },
  {
    ...chat(9.8, "Zoë 🌸 Kowalczyk", "cancel", [["API", "maximiliane"]]),
    reason: "AGENT_DISCONNECT",
  },
  chat(10.4, "Dieter Baumann", "address", [["API", "lea"]]),
  chat(11, "יעל ברק", "refund", [["API", "mia"], ["TRANSFER", "priya"], survey]),
  { ...chat(12.2, "Marek Novák", "lineFault", [["API", "jonas"]]), reason: "API" },
  { ...chat(13.6, "Fatou Diallo", "parcel", [["API"]]), reason: "EXPIRED", subtype: "Apple" },
  chat(14.3, "Sofia Andersson", "invoice", [
    ["API", "tomas"],
    ["TRANSFER", "samir"],
  ]),
  chat(17.8, "Kenji Mori", "relocation", [["API", "yuki"], survey]),
  {
    ...chat(18.9, "Amara Osei", "cancel", [["API", "maximiliane"]]),
    reason: "AGENT_NETWORK_DISCONNECT",
  },
  chat(19.6, "Lucas Ferreira", "installation", [["API", "lea"], ["TRANSFER", "jonas"], survey]),
];

/** A chat that was begun as the continuation of the one before it in the list, from that session's contact at `from`. */
export type Continuation = DayChat & { readonly from?: number };

/** Ids of single chats that tests and demonstrations ask for by what is odd about them. */
export const specimens = {
  /** Its transcript was deleted from the bucket. */
  transcriptDeleted: "d1000000-0000-4000-8000-000000000001",
  /** Its transcript is an HTML page. */
  transcriptNotJson: "d1000000-0000-4000-8000-000000000002",
  /** Its transcript has no bytes. */
  transcriptEmpty: "d1000000-0000-4000-8000-000000000003",
  /** Its transcript is larger than the 5 MB that the service takes (domain.md §1.5). */
  transcriptTooLarge: "d1000000-0000-4000-8000-000000000004",
  /** It ended 20 seconds ago, its transcript is not written for another 40. */
  transcriptNotWritten: "d1000000-0000-4000-8000-000000000005",
  /** It is active, and was begun as the continuation of an older chat. */
  alreadyPersistent: "d1000000-0000-4000-8000-000000000006",
  voice: "d2000000-0000-4000-8000-000000000001",
  task: "d2000000-0000-4000-8000-000000000002",
} as const;

/** Customers who came back. */
export const LINEAGES: readonly (readonly Continuation[])[] = [
  [
    chat(16.9, "Henrik Lindqvist", "lineFault", [["API", "mia"], ["TRANSFER", "jonas"], survey]),
    // From the middle: the survey is left out.
    { ...chat(8.3, "Henrik Lindqvist", "lineFault", [["API", "priya"], survey]), from: 1 },
    { ...chat(2.2, "Henrik Lindqvist", "lineFault", [["API", "jonas"]]), from: 1 },
  ],
  [
    { ...chat(11.5, "Chiara Esposito", "parcel", [["API", "samir"]]), subtype: "WhatsApp" },
    {
      ...chat(4.4, "Chiara Esposito", "parcel", [["API", "lea"], survey]),
      subtype: "WhatsApp",
      from: 0,
    },
  ],
  [
    {
      ...chat(12.8, "Noah Williams", "cancel", [["API"], ["QUEUE_TRANSFER", "maximiliane"]]),
      subtype: "Apple",
    },
    {
      ...chat(0.42, "Noah Williams", "cancel", [["API", "samir"]]),
      subtype: "Apple",
      id: specimens.alreadyPersistent,
      active: true,
      from: 1,
    },
  ],
];

/** Chats whose transcripts cannot be continued from, or only later. */
export const ODD_CHATS: readonly DayChat[] = [
  { ...chat(15.4, "Ingrid Dahl", "refund", [["API", "mia"]]), id: specimens.transcriptDeleted },
  { ...chat(16.2, "Paul Novotny", "parcel", [["API", "tomas"]]), id: specimens.transcriptNotJson },
  { ...chat(17.3, "Aisha Bello", "invoice", [["API", "samir"]]), id: specimens.transcriptEmpty },
  {
    ...chat(18.6, "Viktor Petrov", "lineFault", [["API", "jonas"]]),
    id: specimens.transcriptTooLarge,
    lasts: 2.6 * HOUR,
  },
  {
    ...chat(0.15, "Hannah Becker", "address", [["API", "lea"]]),
    id: specimens.transcriptNotWritten,
    lasts: 0.15 * HOUR - 20 * SECOND,
  },
];
