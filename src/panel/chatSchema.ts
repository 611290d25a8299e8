import * as z from "zod/mini";
import { factSchema, toneSchema, verdictSchema } from "./factSchema";
import { buttonSchema } from "./rowSchema";

/** What the customer of a test chat has at hand. */
export const chatSchema = z.object({
  title: z.string(),
  /** How the connection is. */
  state: z.object({ tone: toneSchema, text: z.string() }),
  /** Who is typing; empty where nobody is. */
  typing: z.string(),
  /** Written and not in the transcript yet. */
  outgoing: z.array(
    z.object({
      text: z.string(),
      state: z.string(),
      failed: z.boolean(),
      buttons: z.array(buttonSchema),
    }),
  ),
  /** The interactive message whose options are the customer's to take. */
  question: z.exactOptional(
    z.object({
      itemId: z.string(),
      /** Why none can be taken; absent where they can. */
      disabled: z.exactOptional(z.string()),
    }),
  ),
  composer: z.object({
    label: z.string(),
    placeholder: z.string(),
    send: z.string(),
    /** Why nothing can be written; absent where it can. */
    disabled: z.exactOptional(z.string()),
  }),
  buttons: z.array(buttonSchema),
  /** Leads to the newest message, where the reader is elsewhere. */
  newest: z.string(),
});

/** Whether what came back is what was predicted. */
export const proofSchema = z.object({
  title: z.string(),
  verdict: verdictSchema,
  facts: z.array(factSchema),
  buttons: z.array(buttonSchema),
});
