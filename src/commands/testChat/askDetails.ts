import { l10n } from "vscode";
import type { ContactFlow } from "../../domain/testChat/customerChat";
import type { App } from "../app";
import { connectionOf, listedChats } from "../askChat";
import type { PastChoice } from "../chosenRow";
import { note, typedContact } from "../contactItems";
import type { PlannedDraft } from "../continuePastChat/askRehydrationType";
import type { StepItem } from "../quickPickStep";
import { askStep } from "../quickPickStep";
import type { Step } from "../steps";
import type { Attributes } from "./attributes";
import { attributesText, readAttributes } from "./attributes";

/** What has been chosen of a chat that is to be started. */
export interface TestChatDraft extends PlannedDraft {
  readonly flow?: ContactFlow;
  readonly displayName?: string;
  readonly attributes?: Attributes;
}

type TestChatStep = Step<TestChatDraft>;

export const askFlow =
  ({ gateways }: App, title: string): TestChatStep =>
  async (draft, position) => {
    const connection = connectionOf(draft);
    const answer = await askStep<ContactFlow>({
      title,
      ...position,
      placeholder: l10n.t("Which flow does the chat begin with?"),
      preselected: ({ id }) => id === draft.flow?.id,
      load: async (show, signal) => {
        const flows = await (await gateways.of(connection)).chatFlows(signal);
        const byName = flows.toSorted((one, other) => one.name.localeCompare(other.name));
        show(
          byName.length === 0
            ? [note(l10n.t("The instance has no flows that chats begin with."))]
            : byName.map((flow) => ({ label: flow.name, description: flow.id, value: flow })),
        );
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, flow: answer.value } }
      : answer;
  };

export const askDisplayName =
  (title: string): TestChatStep =>
  async (draft, position) => {
    const usual = l10n.t("Test Customer");
    const answer = await askStep<string>({
      title,
      ...position,
      placeholder: l10n.t("Under which name do you write? Type another, or take this one"),
      typed: (text) =>
        text === "" ? undefined : { label: `$(account) ${text}`, alwaysShow: true, value: text },
      load: (show) => {
        show([{ label: `$(account) ${usual}`, value: usual }]);
        return Promise.resolve();
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, displayName: answer.value } }
      : answer;
  };

export const askAttributes =
  (title: string): TestChatStep =>
  async (draft, position) => {
    const answer = await askStep<Attributes>({
      title,
      ...position,
      placeholder: l10n.t(
        'Contact attributes for the flow, as {"name": "value"} or name=value, name=value',
      ),
      typed: (text) => (text === "" ? undefined : typedAttributes(text)),
      load: (show) => {
        show([{ label: `$(dash) ${l10n.t("No attributes")}`, value: {} }]);
        return Promise.resolve();
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, attributes: answer.value } }
      : answer;
  };

function typedAttributes(text: string): StepItem<Attributes> {
  const read = readAttributes(text);
  return read === undefined
    ? { label: `$(warning) ${l10n.t("These are no attributes yet")}`, alwaysShow: true }
    : { label: `$(tag) ${attributesText(read)}`, alwaysShow: true, value: read };
}

/** A past chat to continue from the start, or none. */
export const askContinued =
  (app: App, title: string): TestChatStep =>
  async (draft, position) => {
    const connection = connectionOf(draft);
    const answer = await askStep<PastChoice | "none">({
      title,
      ...position,
      placeholder: l10n.t("Continue a past chat from the start? Choose one, or paste a contact id"),
      typed: (text) => {
        const item = typedContact(text, connection);
        return item?.value === undefined
          ? undefined
          : { ...item, value: { kind: "contact", contactId: item.value } };
      },
      load: async (show) => {
        const none = { label: `$(add) ${l10n.t("Without history")}`, value: "none" } as const;
        show([none]);
        show([none, ...(await listedChats(app, connection, true))]);
      },
    });
    if (answer.kind !== "picked") return answer;
    const { past: _, ...rest } = draft;
    return {
      kind: "picked",
      value: answer.value === "none" ? rest : { ...rest, past: answer.value },
    };
  };
