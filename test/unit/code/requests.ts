import type { CodeCall, CodeRequest } from "../../../src/domain/code/call";
import { codeLanguages, type CodeLanguage } from "../../../src/domain/code";
import type { CliTarget } from "../../../src/domain/cliCommand";

export const CURRENT = "c4000000-0000-4000-8000-000000000004";
export const PAST = "c1000000-0000-4000-8000-000000000001";
export const INSTANCE = "a0000000-0000-4000-8000-000000000001";
export const CLIENT_TOKEN = "7a1e0f5c-0000-4000-8000-000000000001";

export const associate = {
  operation: "CreatePersistentContactAssociation",
  currentContactId: CURRENT,
  sourceContactId: PAST,
  rehydrationType: "ENTIRE_PAST_SESSION",
} as const satisfies CodeCall;

export const start = {
  operation: "StartChatContact",
  contactFlowId: "CONTACT_FLOW_ID",
  displayName: "Customer",
  sourceContactId: PAST,
  rehydrationType: "FROM_SEGMENT",
} as const satisfies CodeCall;

export const target: CliTarget = { instanceId: INSTANCE, region: "us-east-1" };

export const requestOf = (call: CodeCall, more: Partial<CliTarget> = {}): CodeRequest => ({
  call,
  target: { ...target, ...more },
  clientToken: CLIENT_TOKEN,
});

/** The languages of a call: a flow's block can't start a chat. */
export const languagesOf = ({ operation }: CodeCall): readonly CodeLanguage[] =>
  codeLanguages.filter((language) => language !== "flow" || operation !== "StartChatContact");
