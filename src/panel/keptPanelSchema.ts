import * as z from "zod/mini";
import { rehydrationTypeSchema } from "./rowSchema";

const keptPageSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("transcript"),
    connectionId: z.string(),
    /** Of a chain: any of its contacts. */
    part: z.enum(["chain", "contact"]),
    contactId: z.string(),
  }),
  z.object({
    kind: z.literal("preview"),
    connectionId: z.string(),
    contactId: z.string(),
    currentContactId: z.exactOptional(z.string()),
  }),
  /** An association that was made. */
  z.object({
    kind: z.literal("association"),
    connectionId: z.string(),
    rehydrationType: rehydrationTypeSchema,
    sourceContactId: z.string(),
    currentContactId: z.string(),
  }),
  /** One that was opened from the notebook. */
  z.object({ kind: z.literal("try"), connectionId: z.string(), tryId: z.string() }),
]);

/** What a page is of: ids and its kind. What it shows is read again. */
export type KeptPage = z.infer<typeof keptPageSchema>;

/** What VS Code keeps of a panel for when the window is loaded anew. */
export const keptPanelSchema = z.object({
  pinned: z.boolean(),
  /** Whether personal data is hidden; absent in what an earlier version kept. */
  hidesPersonal: z.exactOptional(z.boolean()),
  of: keptPageSchema,
});

export type KeptPanel = z.infer<typeof keptPanelSchema>;

/** What the page itself keeps: beside that, its number and the place in it. */
const keptStateSchema = z.object({ page: z.int(), shown: keptPanelSchema });

/** Undefined for a state that another version, or nobody, has kept. */
export function readKeptState(state: unknown): z.infer<typeof keptStateSchema> | undefined {
  const read = keptStateSchema.safeParse(state);
  return read.success ? read.data : undefined;
}
