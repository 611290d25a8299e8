import * as z from "zod/mini";
import { keptPanelSchema } from "./keptPanelSchema";
import { outwardLink } from "./links";
import type { buttonSchema } from "./rowSchema";
import { actionSchema, copySchema, rowSchema } from "./rowSchema";
import { viewSchema } from "./viewSchema";

/** Read-only all the way down: what has been sent is never changed. */
type Sealed<T> = T extends (infer Item)[]
  ? readonly Sealed<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Sealed<T[Key]> }
    : T;

/**
 * Extension → page. `page` numbers what is shown, so that a part which arrives late never lands in the next content. All text
 * is finished: the page words nothing itself.
 */
const toPageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("view"), page: z.int(), view: viewSchema }),
  /** Rows of the transcript from index `from` on; large transcripts come in several parts. */
  z.object({ type: z.literal("rows"), page: z.int(), from: z.int(), rows: z.array(rowSchema) }),
  z.object({ type: z.literal("progress"), page: z.int(), text: z.string() }),
  /** To be kept for when the window is loaded anew. */
  z.object({ type: z.literal("keep"), page: z.int(), shown: keptPanelSchema }),
  /** What was said in a chat just now: read out, and shown by its row. */
  z.object({ type: z.literal("heard"), page: z.int(), text: z.string() }),
  /** Said aloud, and shown for a moment: `Copied`. */
  z.object({ type: z.literal("said"), text: z.string() }),
]);

/** Page → extension: intents out of a closed set. */
const fromPageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("copy"), page: z.int(), what: copySchema }),
  z.object({ type: z.literal("act"), page: z.int(), act: actionSchema }),
  z.object({ type: z.literal("hidePersonal"), page: z.int(), hides: z.boolean() }),
  /** One message as it was said, or hidden again; the row by its index. */
  z.object({
    type: z.literal("reveal"),
    page: z.int(),
    index: z.int(),
    revealed: z.boolean(),
  }),
  /** A link of a markdown message. */
  z.object({ type: z.literal("open"), page: z.int(), url: z.string().check(z.regex(outwardLink)) }),
  /** The page met a message it could not read; the extension logs it. */
  z.object({ type: z.literal("problem"), text: z.string() }),
]);

export type ToPage = Sealed<z.infer<typeof toPageSchema>>;
export type FromPage = Sealed<z.infer<typeof fromPageSchema>>;
export type PanelView = Sealed<z.infer<typeof viewSchema>>;
export type Row = Sealed<z.infer<typeof rowSchema>>;
export type Action = Sealed<z.infer<typeof actionSchema>>;
export type ActionButton = Sealed<z.infer<typeof buttonSchema>>;
export type CopyTarget = Sealed<z.infer<typeof copySchema>>;

export type HeaderView = PanelView["header"];
export type FailureView = NonNullable<PanelView["failure"]>;
export type ResultView = NonNullable<PanelView["result"]>;
export type PreviewView = NonNullable<PanelView["preview"]>;
export type ChatView = NonNullable<PanelView["chat"]>;
export type ProofView = NonNullable<PanelView["proof"]>;
export type ChoiceView = PreviewView["choices"][number];
export type CheckLine = ChoiceView["checks"][number];
export type Verdict = NonNullable<ResultView["verdict"]>;
export type PartList = ResultView["parts"][number];
export type Fact = ResultView["asked"][number];
export type MapView = NonNullable<PanelView["map"]>;
export type MapChain = MapView["chains"][number];
export type MapNode = MapChain["nodes"][number];
export type Part = MapNode["part"];
export type WireView = NonNullable<PanelView["wire"]>;
export type TranscriptView = NonNullable<PanelView["transcript"]>;
export type ToolWords = TranscriptView["tools"];
export type HeadingRow = Extract<Row, { kind: "heading" }>;
export type MessageRow = Extract<Row, { kind: "message" }>;
export type EventRow = Extract<Row, { kind: "event" }>;
export type NoticeRow = Extract<Row, { kind: "notice" }>;
export type MessageBody = MessageRow["body"];

/** A message that was read, or what is wrong with it. */
export type Parsed<Message> =
  | { readonly kind: "read"; readonly message: Message }
  | { readonly kind: "unreadable"; readonly problem: string };

export function parseToPage(data: unknown): Parsed<ToPage> {
  const result = toPageSchema.safeParse(data);
  return result.success
    ? { kind: "read", message: result.data }
    : { kind: "unreadable", problem: z.prettifyError(result.error) };
}

export function parseFromPage(data: unknown): Parsed<FromPage> {
  const result = fromPageSchema.safeParse(data);
  return result.success
    ? { kind: "read", message: result.data }
    : { kind: "unreadable", problem: z.prettifyError(result.error) };
}
