import * as z from "zod/mini";
import { copySchema } from "./rowSchema";

export const toneSchema = z.enum(["good", "bad", "warning", "neutral"]);

/** One labelled value. */
export const factSchema = z.object({
  label: z.string(),
  value: z.string(),
  /** Ids and codes stand in the editor's font. */
  code: z.exactOptional(z.boolean()),
  title: z.exactOptional(z.string()),
  copy: z.exactOptional(copySchema),
});

export const verdictSchema = z.object({
  tone: toneSchema,
  text: z.string(),
  differences: z.array(z.string()),
});
