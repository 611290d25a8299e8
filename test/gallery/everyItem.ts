import type { PanelContent } from "../../src/panel/content";
import { c1, c2, customer, fileOf, picker, reading } from "../unit/panel/support/specimens";

const interactive = "application/vnd.amazonaws.connect.message.interactive";
const agent = { role: "AGENT", name: "Alejandro" };
const bot = { role: "SYSTEM", name: "BOT" };
const flow = { role: "SYSTEM", name: "SYSTEM_MESSAGE" };

const template = (templateType: string, content: object) => ({
  ...bot,
  type: interactive,
  text: { templateType, version: "1.0", data: { content } },
});

const answer = (templateType: string, action: string) => ({
  ...customer,
  type: `${interactive}.response`,
  text: { templateType, action, data: { content: {} } },
});

const attachment = (AttachmentName: string, ContentType: string, Status: string) => ({
  AttachmentId: AttachmentName,
  AttachmentName,
  ContentType,
  Status,
});

const markdown = `# Your transfer
**Released** at *10:42*, see [the terms](https://example.com/terms?id=1) and \`NW-58213\`.

1. Open the app
2. Choose *Transfers*

- a list
- of two

> quoted

\`\`\`
code
\`\`\`

| Amount | Fee |
| --- | --- |
| 120.50 | 0.00 |`;

/** All that people and bots say (domain.md §3.5). */
export const messages = fileOf(c1, [
  { ...flow, text: "Welcome to Example Bank." },
  { ...bot, text: "I am a bot. What is it about?" },
  { ...customer, text: "Hi, my transfer of yesterday has not arrived." },
  { ...agent, text: "Good morning Ana.\nWhich account did you send it from?" },
  { role: "SUPERVISOR", name: "Mia", text: "I listen in for training." },
  { role: "CUSTOM_BOT", name: "Lex", text: "A bot of your own." },
  { role: "TRANSLATOR", name: "Kim", text: "A role that nobody has heard of." },
  { text: "An item with no participant." },
  { ...agent, type: "text/markdown", text: markdown },
  { ...bot, type: "application/json", text: { released: true, amount: 120.5, tags: ["a", "b"] } },
  { ...bot, type: "application/json", text: "{ not JSON" },
  { ...customer, type: "text/x-unheard-of", text: "A content type that nobody has heard of." },
  { ...customer, text: "Great 🎉 👩‍👩‍👧 مرحبا بكم, שלום, 你好 and e\u0301" },
  { ...customer, text: "مرحبا، أين حوالتي؟ رقم الطلب NW-58213" },
  { ...customer, text: `Aword${"withoutanend".repeat(60)}` },
  { ...customer, text: "" },
  {
    ...customer,
    attachments: [
      attachment("order.pdf", "application/pdf", "APPROVED"),
      attachment("setup.exe", "application/octet-stream", "REJECTED"),
      attachment("photo.heic", "image/heic", "IN_PROGRESS"),
      attachment("odd.bin", "application/x-odd", "QUARANTINED"),
    ],
  },
]);

/** Each template, what was picked of it, and one that cannot be read. */
export const templates = fileOf(c1, [
  { ...bot, type: interactive, text: picker },
  answer("ListPicker", "Transfer"),
  template("TimePicker", {
    title: "When may we call?",
    subtitle: "Your time zone",
    timeslots: [
      { date: "2026-11-04T09:00+00:00", duration: 30 },
      { date: "2026-11-04T10:30+00:00", duration: 30 },
    ],
  }),
  answer("TimePicker", "2026-11-04T10:30+00:00"),
  template("Panel", {
    title: "Choose a card",
    subtitle: "Of your account",
    elements: [{ title: "Debit" }, { title: "Credit" }],
  }),
  answer("Panel", "Credit"),
  template("QuickReply", { title: "Was that all?", elements: [{ title: "Yes" }, { title: "No" }] }),
  answer("QuickReply", "Yes"),
  template("Carousel", {
    title: "Our offers",
    elements: [
      { templateType: "Panel", data: { content: { title: "Savings", subtitle: "2.1 %" } } },
      { templateType: "Panel", data: { content: { title: "Depot", subtitle: "No fee" } } },
    ],
  }),
  answer("Carousel", "Savings"),
  template("ViewResource", { title: "A view of the guide" }),
  { ...bot, type: interactive, text: "{ not JSON" },
]);

/** As after a contact's own file: all events, also one that nobody has heard of. */
export const events = fileOf(
  c2,
  [
    "participant.joined",
    "participant.left",
    "participant.invited",
    "participant.active",
    "participant.inactive",
    "participant.idle",
    "participant.returned",
    "participant.autodisconnection",
    "participant.displayname.updated",
    "transfer.succeeded",
    "transfer.failed",
    "chat.rehydrated",
    "typing",
    "message.read",
    "message.delivered",
    "connection.acknowledged",
    "authentication.initiated",
    "authentication.succeeded",
    "authentication.failed",
    "authentication.timeout",
    "authentication.expired",
    "authentication.cancelled",
    "workflow.cancelled",
    "unheard.of",
    "chat.ended",
  ].map((event) => ({ ...(event.startsWith("chat") ? {} : customer), event })),
);

/** Transcripts with every item, by what the picture is called. */
export const items: Readonly<Record<string, PanelContent>> = {
  Messages: reading(messages),
  "Interactive messages": reading(templates),
  Events: reading(events),
};
