import * as z from "zod/mini";

const verdict = z.enum(["ok", "problem", "unknown"]);
const ids = z.array(z.string());

/** What was held against a plan (`Check` of the domain). */
export const checkSchema = z.discriminatedUnion("id", [
  z.object({
    id: z.literal("sourceIsChat"),
    verdict,
    contactId: z.string(),
    channel: z.exactOptional(z.string()),
  }),
  z.object({ id: z.literal("sourceHasEnded"), verdict, contactId: z.string() }),
  z.object({ id: z.literal("sessionHasEndedChat"), verdict, initialContactId: z.string() }),
  z.object({ id: z.literal("sessionHasEnded"), verdict, activeContactIds: ids }),
  z.object({ id: z.literal("sessionIsListed"), verdict, initialContactId: z.string() }),
  z.object({
    id: z.literal("currentIsChat"),
    verdict,
    contactId: z.string(),
    channel: z.string(),
  }),
  z.object({
    id: z.literal("currentIsActive"),
    verdict,
    contactId: z.string(),
    endedAt: z.exactOptional(z.number()),
  }),
  z.object({
    id: z.literal("currentIsNotPersistent"),
    verdict,
    contactId: z.string(),
    relatedContactId: z.exactOptional(z.string()),
  }),
  z.object({
    id: z.literal("currentIsAnotherChat"),
    verdict,
    contactId: z.string(),
    same: z.exactOptional(z.enum(["contact", "session", "history"])),
  }),
  z.object({ id: z.literal("transcriptsAreStored"), verdict, notListed: ids, deleted: ids }),
  z.object({
    id: z.literal("historyIsWithinLimit"),
    verdict,
    limit: z.number(),
    beyond: z.number(),
    more: z.boolean(),
  }),
  z.object({ id: z.literal("historyIsComplete"), verdict, unreadContactIds: ids }),
]);
