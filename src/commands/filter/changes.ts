import { l10n, window } from "vscode";
import type { ChatFilter, Named } from "../../domain/chatFilter";
import {
  attributesText,
  MAX_ATTRIBUTES,
  MAX_ATTRIBUTE_VALUES,
  MAX_IDS,
  readAttributes,
} from "../../domain/chatFilter";
import type { Connection } from "../../domain/connection";
import { beginningOf, subtypeName } from "../../wording/contacts";
import type { App } from "../app";
import type { Choice } from "../askMany";
import { askMany } from "../askMany";

/** Asks for one criterion; undefined where the person changed their mind. */
export type Change = (
  filter: ChatFilter,
  place: { readonly app: App; readonly connection: Connection },
) => Promise<ChatFilter | undefined>;

export const changeAgents: Change = async (filter, { app, connection }) => {
  const agents = await askNamed(
    { title: l10n.t("Agent"), chosen: filter.agents },
    app.chats.readNames(connection).then((names) => names.agents),
  );
  return agents && { ...filter, agents };
};

export const changeQueues: Change = async (filter, { app, connection }) => {
  const queues = await askNamed(
    { title: l10n.t("Queue"), chosen: filter.queues },
    app.chats.readNames(connection).then((names) => names.queues),
  );
  return queues && { ...filter, queues };
};

/** Those that a chat can begin with (domain.md §3.2). */
const METHODS = [
  "API",
  "INBOUND",
  "OUTBOUND",
  "TRANSFER",
  "QUEUE_TRANSFER",
  "DISCONNECT",
  "AGENT_REPLY",
  "FLOW",
] as const;

export const changeInitiationMethods: Change = async (filter) => {
  const initiationMethods = await askValues(
    { title: l10n.t("How the contact began"), chosen: filter.initiationMethods },
    METHODS,
    beginningOf,
  );
  return initiationMethods && { ...filter, initiationMethods };
};

/** Of chats (domain.md §2.3). */
const SUBTYPES = [
  "connect:Chat",
  "connect:SMS",
  "connect:Apple",
  "connect:WhatsApp",
  "connect:Guide",
] as const;

export const changeSubtypes: Change = async (filter) => {
  const subtypes = await askValues(
    { title: l10n.t("Subtype"), chosen: filter.subtypes },
    SUBTYPES,
    subtypeName,
  );
  return subtypes && { ...filter, subtypes };
};

export const changeAttributes: Change = async (filter) => {
  const text = await window.showInputBox({
    title: l10n.t("Contact Attribute"),
    value: attributesText(filter.attributes),
    placeHolder: "tier=gold; language=de",
    prompt: l10n.t(
      "key=value; several with ; between them. Only attributes that the instance makes searchable are found.",
    ),
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  const read = readAttributes(text ?? "");
  return text === undefined || read.kind !== "read"
    ? undefined
    : { ...filter, attributes: read.attributes };
};

function problemOf(text: string): string | undefined {
  const read = readAttributes(text);
  switch (read.kind) {
    case "read":
      return undefined;
    case "unreadable":
      return l10n.t("{0} is not of the form key=value.", read.part);
    case "tooMany":
      return l10n.t(
        "Amazon Connect takes at most {0} attributes with {1} values each.",
        MAX_ATTRIBUTES,
        MAX_ATTRIBUTE_VALUES,
      );
  }
}

interface Question<Value> {
  readonly title: string;
  readonly chosen: readonly Value[];
}

/** Out of what the instance has; what was chosen before stays to choose, also where the names cannot be read now. */
async function askNamed(
  { title, chosen }: Question<Named>,
  reading: Promise<ReadonlyMap<string, string>>,
): Promise<readonly Named[] | undefined> {
  const chosenIds = new Set(chosen.map(({ id }) => id));
  const choices = reading.then((names) => {
    const known = [...names].map(([id, name]) => ({ id, name }));
    const gone = chosen.filter(({ id }) => !names.has(id));
    return [...gone, ...known].map(({ id, name }): Choice<Named> => ({
      label: name,
      description: id,
      picked: chosenIds.has(id),
      value: { id, name },
    }));
  });
  const answer = await askMany(title, choices);
  if (answer === undefined || answer.length <= MAX_IDS) return answer;
  void window.showWarningMessage(
    l10n.t("Amazon Connect searches for at most {0} at once; choose fewer.", MAX_IDS),
  );
  return undefined;
}

/** Out of a few that are known; values that are not among them and were chosen stay to choose. */
function askValues(
  { title, chosen }: Question<string>,
  known: readonly string[],
  labelOf: (value: string) => string,
): Promise<readonly string[] | undefined> {
  const values = [...new Set([...known, ...chosen])];
  return askMany(
    title,
    values.map((value) => ({
      label: labelOf(value),
      description: value,
      picked: chosen.includes(value),
      value,
    })),
  );
}
