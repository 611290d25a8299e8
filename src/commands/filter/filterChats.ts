import { l10n } from "vscode";
import type { ChatFilter } from "../../domain/chatFilter";
import { attributesText, isFiltered, noFilter } from "../../domain/chatFilter";
import type { Connection } from "../../domain/connection";
import { beginningOf, subtypeName } from "../../wording/contacts";
import { timeText } from "../../wording/filters";
import type { App } from "../app";
import { oneOf } from "../askConnection";
import { chosenRow } from "../chosenRow";
import type { StepItem } from "../quickPickStep";
import { askOne } from "../quickPickStep";
import type { Change } from "./changes";
import {
  changeAgents,
  changeAttributes,
  changeInitiationMethods,
  changeQueues,
  changeSubtypes,
} from "./changes";
import { changeTime } from "./changeTime";

/** Narrows the list of one connection by one more criterion, at the service. */
export async function filterChats(app: App, argument: unknown): Promise<void> {
  const title = l10n.t("Filter Chats");
  const connection = chosenRow(argument)?.connection ?? (await oneOf(app.connections(), title));
  if (connection === undefined) return;
  const filter = app.filters.of(connection.id);
  const chosen = await askOne<Change>({
    title: l10n.t("Filter Chats of {0}", connection.name),
    placeholder: l10n.t("By what?"),
    items: criteria(filter),
  });
  const changed = await chosen?.(filter, { app, connection });
  if (changed !== undefined) await app.filters.set(connection.id, changed);
}

/** Of the row's connection; from the palette, of every one. */
export async function clearFilter({ connections, filters }: App, argument: unknown): Promise<void> {
  const row = chosenRow(argument);
  const cleared: readonly Connection[] = row === undefined ? connections() : [row.connection];
  for (const { id } of cleared) await filters.clear(id);
}

function criteria(filter: ChatFilter): readonly StepItem<Change>[] {
  const { activeOnly, time, agents, queues, attributes } = filter;
  const any = l10n.t("any");
  const listed = (names: readonly string[]): string => names.join(", ") || any;
  return [
    {
      label: `$(pulse) ${l10n.t("Active chats only")}`,
      description: activeOnly ? l10n.t("on") : l10n.t("off"),
      value: toggleActive,
    },
    {
      label: `$(clock) ${l10n.t("Time")}`,
      description: time === undefined ? l10n.t("look-back of the settings") : timeText(time),
      value: changeTime,
    },
    {
      label: `$(account) ${l10n.t("Agent")}`,
      description: listed(agents.map(({ name }) => name)),
      value: changeAgents,
    },
    {
      label: `$(list-unordered) ${l10n.t("Queue")}`,
      description: listed(queues.map(({ name }) => name)),
      value: changeQueues,
    },
    {
      label: `$(debug-start) ${l10n.t("How the contact began")}`,
      description: listed(filter.initiationMethods.map(beginningOf)),
      value: changeInitiationMethods,
    },
    {
      label: `$(comment) ${l10n.t("Subtype")}`,
      description: listed(filter.subtypes.map(subtypeName)),
      value: changeSubtypes,
    },
    {
      label: `$(tag) ${l10n.t("Contact attribute")}`,
      description: attributesText(attributes) || any,
      value: changeAttributes,
    },
    ...(isFiltered(filter)
      ? [{ label: `$(clear-all) ${l10n.t("Clear the filter")}`, value: clearAll }]
      : []),
  ];
}

const toggleActive: Change = (filter) =>
  Promise.resolve({ ...filter, activeOnly: !filter.activeOnly });

const clearAll: Change = () => Promise.resolve(noFilter);
