import type { ContactRecord } from "../world";
import { AGENTS } from "./organization";
import { buildSession, MINUTE, SECOND } from "./session";
import {
  BOT,
  CHAT_ENDED,
  chooses,
  FLOW,
  joins,
  leaves,
  offers,
  says,
  sendsFile,
  TRANSFERRED,
  writesMarkdown,
  type Choice,
  type Speaker,
  type Turn,
} from "./turns";

/** The ids of the API documentation's worked example (domain.md §1.4), and of the customer's two new chats. */
export const REFERENCE = {
  c1: "c1000000-0000-4000-8000-000000000001",
  c2: "c2000000-0000-4000-8000-000000000002",
  c3: "c3000000-0000-4000-8000-000000000003",
  c4: "c4000000-0000-4000-8000-000000000004",
  c5: "c5000000-0000-4000-8000-000000000005",
} as const;

const attributes = (channel: string): Record<string, string> => ({
  customerId: "CU-204815",
  customerName: "Ana Pereira",
  locale: "en-GB",
  orderNumber: "NW-58213",
  entryPoint: channel,
});

/** C1 with agent a1, C2 with agent a2, C3 the survey of the disconnect flow. */
const pastChat = (now: number): ContactRecord[] => {
  const ids = [REFERENCE.c1, REFERENCE.c2, REFERENCE.c3];
  return buildSession({
    idOf: (position) => ids[position] ?? "",
    startedAt: now - 58 * MINUTE,
    subtype: "connect:Chat",
    attributes: attributes("website"),
    steps: [
      { beginning: "API", lasts: 13 * MINUTE + 20 * SECOND, queue: "orders", agent: "mia" },
      {
        beginning: "TRANSFER",
        lasts: 16 * MINUTE + 45 * SECOND,
        queue: "broadband",
        agent: "jonas",
        disconnectReason: "AGENT_DISCONNECT",
      },
      {
        beginning: "DISCONNECT",
        lasts: 95 * SECOND,
        disconnectReason: "CONTACT_FLOW_DISCONNECT",
      },
    ],
  });
};

/** One of the chats that are under way and may receive history. */
const currentChats = (now: number): ContactRecord[] => [
  ...buildSession({
    idOf: () => REFERENCE.c4,
    startedAt: now - 6 * MINUTE,
    subtype: "connect:Chat",
    attributes: attributes("website"),
    steps: [{ beginning: "API", lasts: 6 * MINUTE, queue: "broadband", agent: "priya" }],
    active: true,
  }),
  ...buildSession({
    idOf: () => REFERENCE.c5,
    startedAt: now - 3 * MINUTE,
    subtype: "connect:Chat",
    attributes: attributes("app"),
    steps: [{ beginning: "API", lasts: 3 * MINUTE, queue: "broadband" }],
    active: true,
  }),
];

export const referenceContacts = (now: number): ContactRecord[] => [
  ...pastChat(now),
  ...currentChats(now),
];

const ana: Speaker = { role: "CUSTOMER", name: "Ana Pereira" };
const named = ({ firstName, lastName }: { firstName: string; lastName: string }): Speaker => ({
  role: "AGENT",
  name: `${firstName} ${lastName}`,
});
const mia = named(AGENTS.mia);
const jonas = named(AGENTS.jonas);

const matter: Choice = {
  template: "ListPicker",
  title: "What is it about?",
  subtitle: "Choose the one that fits best",
  options: ["A delivery", "A fault", "A bill", "Something else"],
};

const rating: Choice = {
  template: "QuickReply",
  title: "How satisfied are you with this chat?",
  options: ["5 – very satisfied", "4", "3", "2", "1 – not at all"],
};

const withMia = (connectedAt: number | undefined): Turn[] => [
  joins(ana),
  says(BOT, "Hello Ana, you are chatting with Northwind."),
  offers(matter),
  chooses(ana, matter, "A delivery"),
  says(FLOW, "Thank you. The next free agent will be with you shortly."),
  says(ana, "Hi! My new router was due last Thursday. Order NW-58213."),
  joins(mia, connectedAt),
  says(mia, "Hello Ana, this is Mia from Orders. Let me look that up for you."),
  says(ana, "Thanks. I also have no internet since Friday, so the timing is not great 😬"),
  says(mia, "I'm sorry about both. The parcel was sent back because the label was torn."),
  says(ana, "Here is the confirmation that I got, it says “delivered”."),
  sendsFile(ana, "order-confirmation-NW-58213.pdf", "application/pdf"),
  says(mia, "Thank you, I have it. That status is wrong, I have reported it."),
  writesMarkdown(
    mia,
    "Here is what I have done:\n\n- **New router** sent by express, order `NW-58213-R`\n- Arrives *tomorrow before 12:00*\n- Shipping refunded: £4.99\n\nYou can [follow the parcel](https://example.com/track/NW-58213-R).",
  ),
  says(ana, "That helps. And the line itself? The old router says “no DSL signal”."),
  says(mia, "For that I am bringing in Jonas from Broadband Support. He can test the line."),
  says(ana, "Okay, please tell him everything so that I don't have to start again."),
  leaves(mia),
  TRANSFERRED,
];

const withJonas = (connectedAt: number | undefined): Turn[] => [
  says(FLOW, "You are being transferred to Broadband Support."),
  joins(jonas, connectedAt),
  says(jonas, "Hello Ana, Jonas here. I have read what you wrote to Mia."),
  says(jonas, "I am starting a line test now, it takes about three minutes."),
  says(ana, "Go ahead, I'm next to the router."),
  says(jonas, "The test shows a break about 300 m from your home, at the street cabinet."),
  says(ana, "So it was never my router?"),
  says(jonas, "No. An engineer can be at the cabinet on Tuesday between 8:00 and 10:00."),
  says(ana, "Do I have to be at home?"),
  says(jonas, "No need, it is all outside. The fault number is BF-77120."),
  says(jonas, "Until then you have 20 GB on your mobile plan, at no charge."),
  says(ana, "Wonderful, thank you Jonas!"),
  says(jonas, "You're welcome. Write to us again if it isn't back by Tuesday noon."),
  leaves(jonas),
];

const surveyed: readonly Turn[] = [
  says(FLOW, "Before you go: one question."),
  offers(rating),
  chooses(ana, rating, "4"),
  says(BOT, "Would you like to tell us why?"),
  says(ana, "Friendly and quick, but four days without internet is long."),
  says(FLOW, "Thank you. Goodbye, Ana!"),
  leaves(ana),
  CHAT_ENDED,
];

const priya = named(AGENTS.priya);

const withPriya = (connectedAt: number | undefined): Turn[] => [
  joins(ana),
  says(BOT, "Hello Ana, you are chatting with Northwind."),
  says(ana, "Hi, it's me again. The line is still dead, it is Tuesday afternoon."),
  says(FLOW, "Thank you. The next free agent will be with you shortly."),
  joins(priya, connectedAt),
  says(priya, "Hello Ana, this is Priya from Broadband Support. Which fault number did you get?"),
  says(ana, "I don't have it here. Can't you see what I wrote to Jonas?"),
];

const waiting: readonly Turn[] = [
  joins(ana),
  says(BOT, "Hello Ana, you are chatting with Northwind."),
  says(ana, "One more question about my refund, please."),
  says(FLOW, "Thank you. The next free agent will be with you shortly."),
];

/** What was said in any of these contacts, in C4 and C5 so far; undefined for any other contact. */
export const referenceTurns = ({
  id,
  connectedToAgentAt,
}: ContactRecord): readonly Turn[] | undefined => {
  switch (id) {
    case REFERENCE.c1:
      return withMia(connectedToAgentAt);
    case REFERENCE.c2:
      return withJonas(connectedToAgentAt);
    case REFERENCE.c3:
      return surveyed;
    case REFERENCE.c4:
      return withPriya(connectedToAgentAt);
    case REFERENCE.c5:
      return waiting;
    default:
      return undefined;
  }
};
