import { l10n, window } from "vscode";
import { contactReferenceOf } from "../../domain/contactReference";
import { tryResults } from "../../domain/tries";
import type { TryFilter } from "../../domain/tryFilter";
import { narrowsTries, noTryFilter } from "../../domain/tryFilter";
import { resultLabel } from "../../wording/tries";
import type { App } from "../app";
import { askMany } from "../askMany";
import type { StepItem } from "../quickPickStep";
import { askOne } from "../quickPickStep";

/** Asks for one criterion; undefined where the person changed their mind. */
type Change = (filter: TryFilter, app: App) => Promise<TryFilter | undefined>;

/** Narrows the list of tries by one more criterion. */
export async function filterTries(app: App): Promise<void> {
  const { filter } = app.tries;
  const chosen = await askOne<Change>({
    title: l10n.t("Filter Tries"),
    placeholder: l10n.t("By what?"),
    items: criteria(filter),
  });
  const changed = await chosen?.(filter, app);
  if (changed !== undefined) await app.tries.setFilter(changed);
}

export const clearTryFilter = ({ tries }: App): Promise<void> => tries.setFilter(noTryFilter);

function criteria(filter: TryFilter): readonly StepItem<Change>[] {
  const { results, connections, contactId } = filter;
  const any = l10n.t("any");
  return [
    {
      label: `$(pass) ${l10n.t("Result")}`,
      description: results.map(resultLabel).join(", ") || any,
      value: changeResults,
    },
    {
      label: `$(organization) ${l10n.t("Instance")}`,
      description: connections.map(({ name }) => name).join(", ") || any,
      value: changeConnections,
    },
    {
      label: `$(symbol-string) ${l10n.t("Contact ID")}`,
      description: contactId || any,
      value: changeContactId,
    },
    ...(narrowsTries(filter)
      ? [
          {
            label: `$(clear-all) ${l10n.t("Clear the filter")}`,
            value: () => Promise.resolve(noTryFilter),
          },
        ]
      : []),
  ];
}

const changeResults: Change = async (filter) => {
  const results = await askMany(
    l10n.t("Result"),
    tryResults.map((value) => ({
      label: resultLabel(value),
      picked: filter.results.includes(value),
      value,
    })),
  );
  return results && { ...filter, results };
};

/** Out of those that tries went through, also where they were removed since. */
const changeConnections: Change = async (filter, { notebook }) => {
  const tried = (await notebook.read()).tries.map(({ connection }) => connection);
  const known = new Map([...filter.connections, ...tried.toReversed()].map((it) => [it.id, it]));
  const connections = await askMany(
    l10n.t("Instance"),
    [...known.values()].map(({ id, name }) => ({
      label: name,
      picked: filter.connections.some((each) => each.id === id),
      value: { id, name },
    })),
  );
  return connections && { ...filter, connections };
};

const changeContactId: Change = async (filter) => {
  const text = await window.showInputBox({
    title: l10n.t("Contact ID"),
    value: filter.contactId,
    prompt: l10n.t("A contact's id or a part of it, its ARN, or the address of its page."),
    ignoreFocusOut: true,
  });
  if (text === undefined) return undefined;
  const contactId = contactReferenceOf(text)?.contactId ?? text.trim().toLowerCase();
  return { ...filter, contactId };
};
