import * as z from "zod/mini";
import { chatSchema, proofSchema } from "./chatSchema";
import { factSchema, toneSchema, verdictSchema } from "./factSchema";
import { buttonSchema, partSchema } from "./rowSchema";
import { toolsSchema } from "./toolsSchema";

const headerSchema = z.object({
  tone: toneSchema,
  title: z.string(),
  subtitle: z.string(),
  connection: z.string(),
  region: z.exactOptional(z.string()),
  /** `PROD` and the like, of a real instance. */
  tag: z.exactOptional(z.object({ text: z.string(), danger: z.boolean() })),
});

const partListSchema = z.object({
  part: partSchema,
  title: z.string(),
  /** Said where there are no contacts. */
  empty: z.string(),
  contacts: z.array(
    z.object({ contactId: z.string(), shortId: z.string(), text: z.string(), title: z.string() }),
  ),
});

const resultSchema = z.object({
  title: z.string(),
  askedTitle: z.string(),
  asked: z.array(factSchema),
  /** What can be done with what was asked. */
  buttons: z.array(buttonSchema),
  answeredTitle: z.string(),
  answered: z.array(factSchema),
  verdict: z.exactOptional(verdictSchema),
  parts: z.array(partListSchema),
});

const listSchema = z.object({ title: z.string(), items: z.array(z.string()) });

const checkSchema = z.object({
  state: z.enum(["met", "broken", "unknown"]),
  word: z.string(),
  text: z.string(),
});

/** One rehydration type as it would come out. */
const choiceSchema = z.object({
  title: z.string(),
  /** Its name in the API. */
  type: z.string(),
  verdict: verdictSchema,
  facts: z.array(factSchema),
  parts: z.array(partListSchema),
  checksTitle: z.string(),
  checks: z.array(checkSchema),
  button: z.exactOptional(buttonSchema),
});

const previewSchema = z.object({
  title: z.string(),
  text: z.string(),
  choices: z.array(choiceSchema),
  /** The same preview for another contact of the past session. */
  others: z.exactOptional(z.object({ title: z.string(), buttons: z.array(buttonSchema) })),
  buttons: z.array(buttonSchema),
});

const failureSchema = z.object({
  headline: z.string(),
  /** The broken rule that our own checks found. */
  likely: z.exactOptional(z.string()),
  meaning: z.string(),
  serviceTitle: z.string(),
  message: z.string(),
  facts: z.array(factSchema),
  copyLabel: z.string(),
  checks: z.exactOptional(
    z.object({
      title: z.string(),
      items: z.array(checkSchema),
    }),
  ),
  causes: z.exactOptional(listSchema),
  next: z.exactOptional(listSchema),
  buttons: z.array(buttonSchema),
});

const nodeSchema = z.object({
  contactId: z.string(),
  shortId: z.string(),
  handledBy: z.string(),
  detail: z.string(),
  part: partSchema,
  active: z.boolean(),
  /** Read out and shown on hover. */
  label: z.string(),
  /** Row of the transcript that a click leads to; absent where it is not in the transcript. */
  row: z.exactOptional(z.int()),
});

/** Chains from the oldest to the current one, left to right. */
const mapSchema = z.object({
  title: z.string(),
  description: z.string(),
  chains: z.array(z.object({ title: z.string(), nodes: z.array(nodeSchema) })),
  /** Persistent links, from the contact that was continued to the one that continues it. */
  links: z.array(z.object({ from: z.string(), to: z.string(), label: z.string() })),
  legend: z.object({
    session: z.string(),
    persistent: z.string(),
    carried: z.string(),
    leftOut: z.string(),
    current: z.string(),
  }),
  /** Whether carried and left out mean anything here. */
  showsParts: z.boolean(),
});

const wireSchema = z.object({
  title: z.string(),
  request: z.object({ title: z.string(), line: z.string(), body: z.string() }),
  response: z.exactOptional(z.object({ title: z.string(), line: z.string(), body: z.string() })),
});

const transcriptSchema = z.object({
  title: z.string(),
  summary: z.string(),
  /** How many rows will come; they follow in parts. */
  rows: z.int(),
  /** The text of progress while the transcript is being read. */
  loading: z.exactOptional(z.string()),
  /** Ends the reading. */
  stop: z.exactOptional(buttonSchema),
  /** What can be done with the whole of it. */
  buttons: z.array(buttonSchema),
  empty: z.string(),
  copyLabel: z.string(),
  privacy: z.object({
    /** Of the switch that hides personal data. */
    title: z.string(),
    hides: z.boolean(),
    /** What hiding comes to, while it is on. */
    note: z.exactOptional(z.string()),
  }),
  tools: toolsSchema,
});

export const viewSchema = z.object({
  /** BCP 47, for the page's `lang`. */
  language: z.string(),
  header: headerSchema,
  failure: z.exactOptional(failureSchema),
  /** Said in place of everything else. */
  note: z.exactOptional(z.object({ text: z.string(), buttons: z.array(buttonSchema) })),
  result: z.exactOptional(resultSchema),
  preview: z.exactOptional(previewSchema),
  proof: z.exactOptional(proofSchema),
  map: z.exactOptional(mapSchema),
  wire: z.exactOptional(wireSchema),
  /** Absent where there is nothing to read, as after a failed association. */
  transcript: z.exactOptional(transcriptSchema),
  /** Of a test chat. */
  chat: z.exactOptional(chatSchema),
  /** The word "Copy". */
  copyLabel: z.string(),
});
