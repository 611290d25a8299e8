import * as z from "zod/mini";
import { continuingOperations, rehydrationTypes } from "../../domain/association";
import { failureKinds } from "../../domain/failure";
import { checkSchema } from "./checkSchema";

const rehydrationType = z.enum(rehydrationTypes);

const contactSchema = z.object({
  id: z.string(),
  initialContactId: z.string(),
  previousContactId: z.exactOptional(z.string()),
  relatedContactId: z.exactOptional(z.string()),
  channel: z.string(),
  subtype: z.exactOptional(z.string()),
  initiationMethod: z.string(),
  initiatedAt: z.number(),
  endedAt: z.exactOptional(z.number()),
  agentId: z.exactOptional(z.string()),
  queueId: z.exactOptional(z.string()),
});

const failureSchema = z.object({
  kind: z.enum(failureKinds),
  operation: z.string(),
  answer: z.object({
    name: z.string(),
    message: z.string(),
    status: z.exactOptional(z.number()),
    requestId: z.exactOptional(z.string()),
    attempts: z.exactOptional(z.number()),
  }),
});

const outcomeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unanswered") }),
  z.object({
    kind: z.literal("made"),
    answer: z.object({
      continuedFromContactId: z.string(),
      requestId: z.exactOptional(z.string()),
      attempts: z.number(),
    }),
  }),
  z.object({
    kind: z.literal("found"),
    continuedFromContactId: z.string(),
    failure: failureSchema,
  }),
  z.object({ kind: z.literal("failed"), failure: failureSchema }),
]);

export const trySchema = z.object({
  id: z.string(),
  at: z.number(),
  connection: z.object({
    kind: z.enum(["sandbox", "aws"]),
    id: z.string(),
    name: z.string(),
    region: z.string(),
    instanceId: z.string(),
  }),
  // Version 1 knew of no other one.
  operation: z._default(z.enum(continuingOperations), "CreatePersistentContactAssociation"),
  flow: z.exactOptional(z.object({ id: z.string(), name: z.string() })),
  intent: z.object({
    currentContactId: z.exactOptional(z.string()),
    sourceContactId: z.string(),
    rehydrationType,
    clientToken: z.string(),
  }),
  current: z.exactOptional(contactSchema),
  plan: z.object({
    carried: z.array(contactSchema),
    leftOut: z.array(
      z.object({ contact: contactSchema, reason: z.enum(["later", "beyondLimit"]) }),
    ),
    moreBeyondLimit: z.boolean(),
    checks: z.array(checkSchema),
  }),
  outcome: outcomeSchema,
  proof: z.exactOptional(
    z.object({
      predictedCount: z.number(),
      returnedCount: z.number(),
      agreeingCount: z.number(),
      hasEvent: z.boolean(),
      isProven: z.boolean(),
    }),
  ),
});
