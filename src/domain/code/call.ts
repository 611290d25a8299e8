import type { RehydrationType } from "../association";
import type { CliTarget } from "../cliCommand";

/** What the code is to do. An id that is not known stands there by its name in capitals. */
export type CodeCall =
  | {
      readonly operation: "CreatePersistentContactAssociation";
      readonly currentContactId: string;
      readonly sourceContactId: string;
      readonly rehydrationType: RehydrationType;
    }
  | {
      readonly operation: "StartChatContact";
      readonly contactFlowId: string;
      readonly displayName: string;
      readonly sourceContactId: string;
      readonly rehydrationType: RehydrationType;
    };

export interface CodeRequest {
  readonly call: CodeCall;
  readonly target: CliTarget;
  /** For code that makes none of its own; anew for each copy. */
  readonly clientToken: string;
}

/** Stand for what is not known; each is a word that a person finds and replaces. */
export const placeholders = [
  "CURRENT_CONTACT_ID",
  "PAST_CONTACT_ID",
  "CONTACT_FLOW_ID",
  "NEXT_ACTION",
  "ERROR_ACTION",
] as const;

/** A member of a request by its name in the service model. */
export type Member =
  | { readonly name: string; readonly kind: "text"; readonly value: string }
  | { readonly name: "RehydrationType"; readonly kind: "type"; readonly value: RehydrationType }
  /** A variable of the code. */
  | { readonly name: "ClientToken"; readonly kind: "token" }
  | { readonly name: string; readonly kind: "structure"; readonly members: readonly Member[] };

const text = (name: string, value: string): Member => ({ name, kind: "text", value });

/** The request's members in the order in which people read them. */
export function membersOf({ call, target: { instanceId } }: CodeRequest): readonly Member[] {
  const past: readonly Member[] = [
    { name: "RehydrationType", kind: "type", value: call.rehydrationType },
    text("SourceContactId", call.sourceContactId),
  ];
  const token: Member = { name: "ClientToken", kind: "token" };
  if (call.operation === "CreatePersistentContactAssociation")
    return [
      text("InstanceId", instanceId),
      text("InitialContactId", call.currentContactId),
      ...past,
      token,
    ];
  const displayName = text("DisplayName", call.displayName);
  return [
    text("InstanceId", instanceId),
    text("ContactFlowId", call.contactFlowId),
    { name: "ParticipantDetails", kind: "structure", members: [displayName] },
    { name: "PersistentChat", kind: "structure", members: past },
    token,
  ];
}

/** The request as the wire and the CLI have it. */
export const inputOf = (
  members: readonly Member[],
  token: string,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    members.map((member): readonly [string, unknown] => {
      switch (member.kind) {
        case "token":
          return [member.name, token];
        case "structure":
          return [member.name, inputOf(member.members, token)];
        default:
          return [member.name, member.value];
      }
    }),
  );

/** One sentence each, so that all languages say the same. */
export const comments = {
  token: "One token for one wish: a retry sends it again, and never makes a second one.",
  retried: "Throttling and 5xx were tried again already. After a 400, see which rule is not met.",
} as const;

/** `CreatePersistentContactAssociation` → `createPersistentContactAssociation`. */
export const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** `CreatePersistentContactAssociation` → `create_persistent_contact_association`. */
export const snake = (name: string): string =>
  camel(name).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `ENTIRE_PAST_SESSION` → `EntirePastSession`. */
export const pascal = (type: RehydrationType): string =>
  type.toLowerCase().replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());

export const indented = (lines: readonly string[], by: string): readonly string[] =>
  lines.map((line) => (line === "" ? line : by + line));
