import { toChains } from "../../../../src/domain/chain";
import type { Connection } from "../../../../src/domain/connection";
import type { Contact } from "../../../../src/domain/contact";
import { assembleTranscript } from "../../../../src/domain/assembleTranscript";
import type { Failure } from "../../../../src/domain/failure";
import type { Lineage } from "../../../../src/domain/history";
import { isNonEmpty } from "../../../../src/domain/nonEmpty";
import { parseTranscript } from "../../../../src/domain/parseTranscript";
import { comparePlan, planAssociation } from "../../../../src/domain/plan";
import type { RehydrationType } from "../../../../src/domain/association";
import type { Conversation, TranscriptContent } from "../../../../src/domain/transcript";
import type { AssociationReport, PanelContent, PreviewChoice } from "../../../../src/panel/content";
import type { Names } from "../../../../src/wording/contacts";

export const minute = 60_000;

/** The reference example's day, 10:00 UTC. */
export const start = Date.UTC(2026, 10, 3, 10);

export const ids = {
  c1: "c1000000-0000-4000-8000-000000000001",
  c2: "c2000000-0000-4000-8000-000000000002",
  c3: "c3000000-0000-4000-8000-000000000003",
  c4: "c4000000-0000-4000-8000-000000000004",
};

export const names: Names = {
  agents: new Map([
    ["a1", "Alejandro Rosalez"],
    ["a2", "Jane Doe"],
  ]),
  queues: new Map(),
};

export const sandbox: Connection = {
  kind: "sandbox",
  id: "sandbox",
  name: "Sandbox",
  region: "us-east-1",
  instanceId: "a0000000-0000-4000-8000-000000000001",
};

export const production: Connection = {
  kind: "aws",
  id: "prod",
  name: "Example Bank",
  region: "eu-central-1",
  instanceId: "b0000000-0000-4000-8000-000000000001",
  profile: "bank",
  tag: "prod",
  readOnly: false,
};

export const contact = (id: string, more: Partial<Contact> = {}): Contact => ({
  id,
  initialContactId: ids.c1,
  channel: "CHAT",
  subtype: "connect:Chat",
  initiationMethod: "API",
  initiatedAt: start,
  attributes: {},
  storedTranscript: { kind: "stored", bucket: "b", key: `${id}.json` },
  ...more,
});

export const c1 = contact(ids.c1, { endedAt: start + 12 * minute, agentId: "a1" });
export const c2 = contact(ids.c2, {
  initiationMethod: "TRANSFER",
  previousContactId: ids.c1,
  initiatedAt: start + 12 * minute,
  endedAt: start + 31 * minute,
  agentId: "a2",
});
export const c3 = contact(ids.c3, {
  initiationMethod: "DISCONNECT",
  previousContactId: ids.c2,
  initiatedAt: start + 31 * minute,
  endedAt: start + 33 * minute,
});
export const c4 = contact(ids.c4, { initialContactId: ids.c4, initiatedAt: start + 300 * minute });

export function lineageOf(...contacts: readonly Contact[]): Lineage {
  const chains = toChains(contacts);
  if (!isNonEmpty(chains)) throw new Error("A lineage needs a contact");
  return { chains, gaps: [] };
}

export const lineage = lineageOf(c1, c2, c3);

interface Said {
  readonly role?: string;
  readonly name?: string;
  readonly text?: unknown;
  readonly type?: string;
  readonly event?: string;
  readonly attachments?: readonly unknown[];
}

const connect = "application/vnd.amazonaws.connect";

/** A stored file as Amazon Connect writes it, a line every twenty seconds. */
export function fileOf(of: Contact, lines: readonly Said[]): TranscriptContent {
  const items = lines.map(({ role, name, text, type, event, attachments }, index) => ({
    AbsoluteTime: new Date(of.initiatedAt + index * 20_000).toISOString(),
    Id: `${of.id}-${index}`,
    Type: event !== undefined ? "EVENT" : attachments ? "ATTACHMENT" : "MESSAGE",
    ContentType: event !== undefined ? `${connect}.event.${event}` : (type ?? "text/plain"),
    ...(text !== undefined && { Content: typeof text === "string" ? text : JSON.stringify(text) }),
    ...(role !== undefined && { ParticipantRole: role, ParticipantId: role }),
    ...(name !== undefined && { DisplayName: name }),
    ...(attachments !== undefined && { Attachments: attachments }),
  }));
  const file = { Version: "2019-08-26", ContactId: of.id, Transcript: items };
  return parseTranscript(JSON.stringify(file), of.id);
}

export const customer = { role: "CUSTOMER", name: "Ana" };
const a1 = { role: "AGENT", name: "Alejandro" };
const a2 = { role: "AGENT", name: "Jane" };
const flow = { role: "SYSTEM", name: "SYSTEM_MESSAGE" };
const bot = { role: "SYSTEM", name: "BOT" };
const interactive = `${connect}.message.interactive`;

export const picker = {
  templateType: "ListPicker",
  version: "1.0",
  data: {
    content: {
      title: "What is it about?",
      subtitle: "Choose one",
      elements: [
        { title: "Card", subtitle: "Lost, stolen, blocked" },
        { title: "Transfer", subtitle: "Late or wrong" },
        { title: "Something else" },
      ],
    },
  },
};

export const file1 = fileOf(c1, [
  { ...customer, event: "participant.joined" },
  { ...flow, text: "Welcome to Example Bank. We are with you in a moment." },
  { ...bot, type: interactive, text: picker },
  {
    ...customer,
    type: `${interactive}.response`,
    text: { templateType: "ListPicker", action: "Transfer", data: { content: {} } },
  },
  { ...a1, event: "participant.joined" },
  { ...customer, text: "Hi, my transfer of yesterday has not arrived." },
  {
    ...a1,
    text: "Good morning Ana, let me look.\nWhich account did you send it from? A copy of the order would help, if you have one at hand.",
  },
  {
    ...customer,
    attachments: [
      {
        AttachmentId: "1",
        AttachmentName: "order.pdf",
        ContentType: "application/pdf",
        Status: "APPROVED",
      },
      {
        AttachmentId: "2",
        AttachmentName: "setup.exe",
        ContentType: "application/octet-stream",
        Status: "REJECTED",
      },
    ],
  },
  { ...a1, text: "Thank you. I'll pass you on to my colleague of payments." },
  { event: "transfer.succeeded" },
]);

export const file2 = fileOf(c2, [
  { ...a2, event: "participant.joined" },
  { ...a2, text: "Hello Ana, Jane here. The transfer was held for a check; I have released it." },
  { ...customer, text: "Great 🎉 thanks! مرحبا" },
  { ...bot, type: "application/json", text: { released: true, amount: 120.5 } },
  { event: "chat.ended" },
]);

export const file3 = fileOf(c3, [
  { ...bot, text: "How did we do, from 1 to 5?" },
  { ...customer, text: "SURVEY-ANSWER-5" },
  { event: "chat.ended" },
]);

export const useCase1: Conversation<Contact> = assembleTranscript([
  { contact: c1, content: file1 },
  { contact: c2, content: file2 },
]);

export function reportOf(
  rehydrationType: RehydrationType,
  pastContactId: string,
  over: { readonly answer?: string; readonly failure?: Failure; readonly current?: Contact } = {},
): AssociationReport {
  const { current = c4, failure } = over;
  const plan = planAssociation({ rehydrationType, pastContactId, lineage, current });
  const answer = {
    continuedFromContactId: over.answer ?? plan.continuedFrom?.id ?? "",
    requestId: "7a1b0c44-55d6-4e0f-9c1c-2f6f1f4f8a10",
    attempts: 1,
  };
  return {
    intent: {
      currentContactId: current.id,
      sourceContactId: plan.sourceContactId,
      rehydrationType,
      clientToken: "3f0c2f0e-6f0f-4d55-9d0a-1f2d3c4b5a69",
    },
    plan,
    current,
    outcome: failure
      ? { kind: "failed", failure }
      : { kind: "done", answer, comparison: comparePlan(plan, answer) },
  };
}

/** Use case 1 of the announcement: C2 from segment, C3 left out. */
export const continued: PanelContent = {
  connection: sandbox,
  names,
  lineage,
  association: reportOf("FROM_SEGMENT", ids.c2),
  conversation: { kind: "ready", conversation: useCase1 },
};

/** Both types for C2, counted unless they still are being read. */
export function previewOf(
  over: { readonly current?: Contact; readonly lineage?: Lineage; readonly counted?: boolean } = {},
): PanelContent {
  const { current, counted = true } = over;
  const followed = over.lineage ?? lineage;
  const choice = (rehydrationType: RehydrationType): PreviewChoice => {
    const wish = { rehydrationType, pastContactId: ids.c2, lineage: followed, current };
    const plan = planAssociation(wish);
    return { plan, ...(counted && { brings: { messages: 7 * plan.carried.length, unread: 0 } }) };
  };
  return {
    connection: sandbox,
    names,
    lineage: followed,
    preview: {
      pastContactId: ids.c2,
      choices: [choice("ENTIRE_PAST_SESSION"), choice("FROM_SEGMENT")],
      ...(current && { current }),
    },
  };
}

/** A transcript of C1 alone, with this in its file. */
export const reading = (content: TranscriptContent): PanelContent => ({
  connection: sandbox,
  names,
  lineage: lineageOf(c1),
  conversation: {
    kind: "ready",
    conversation: assembleTranscript([{ contact: c1, content }]),
  },
});
