import { l10n } from "vscode";
import type { Chain } from "../domain/chain";
import type { Contact } from "../domain/contact";
import { hasEnded } from "../domain/contact";
import type { Lineage } from "../domain/history";
import type { Names } from "../wording/contacts";
import { beginningLabel, handledBy, shortId, stateLabel, subtypeLabel } from "../wording/contacts";
import { dayTime } from "../wording/times";
import { takenBy } from "./carriedParts";
import type { AssociationReport, PanelContent } from "./content";
import { madeFrom } from "./content";
import type { MapNode, MapView, Part } from "./protocol";
import { spanText } from "./rows";

/** Where in the transcript a contact stands. */
export type RowOfContact = ReadonlyMap<string, number>;

const partLabels: Readonly<Record<Part, () => string>> = {
  carried: () => l10n.t("carried"),
  leftOut: () => l10n.t("left out"),
  current: () => l10n.t("current chat"),
  plain: () => "",
};

/** The lineage as a picture, oldest chain first, with the chat that receives it at the end. */
export function mapView(
  content: PanelContent,
  lineage: Lineage,
  rowOfContact: RowOfContact,
): MapView {
  const { association, names } = content;
  const chains = chainsOf(lineage, association?.current);
  const partOf = parts(association, lineage);
  return {
    title: l10n.t("Chain"),
    description: association ? describe(association) : l10n.t("Oldest first."),
    chains: chains.map((chain) => ({
      title: chainTitle(chain, association?.current),
      nodes: chain.contacts.map((contact) =>
        nodeOf(contact, partOf(contact), { names, row: rowOfContact.get(contact.id) }),
      ),
    })),
    links: [...persistentLinks(chains, association)].map(([to, from]) => ({
      from,
      to,
      label: l10n.t("{0} continues {1}", shortId(to), shortId(from)),
    })),
    legend: {
      session: l10n.t("next contact of the session"),
      persistent: l10n.t("persistent link"),
      carried: l10n.t("carried"),
      leftOut: l10n.t("left out"),
      current: l10n.t("current chat"),
    },
    showsParts: association !== undefined,
  };
}

type DrawnChain = Pick<Chain<Contact>, "contacts">;

function chainsOf(lineage: Lineage, current: Contact | undefined): readonly DrawnChain[] {
  const known = lineage.chains.toReversed();
  const isKnown =
    current === undefined ||
    known.some((chain) => chain.contacts.some(({ id }) => id === current.id));
  return isKnown ? known : [...known, { contacts: [current] }];
}

function describe({ outcome }: AssociationReport): string {
  return madeFrom(outcome) !== undefined
    ? l10n.t("Oldest first. What is carried goes on in the current chat.")
    : l10n.t("Oldest first, as planned: nothing is carried yet.");
}

function chainTitle({ contacts }: DrawnChain, current: Contact | undefined): string {
  const [first] = contacts;
  return contacts.some(({ id }) => id === current?.id)
    ? l10n.t("Current chat")
    : l10n.t("{0}, {1}", subtypeLabel(first), dayTime(first.initiatedAt));
}

function parts(report: AssociationReport | undefined, lineage: Lineage) {
  if (report === undefined) return (): Part => "plain";
  const { carried, unknown } = takenBy(report, lineage);
  const taken = new Set(carried.map(({ id }) => id));
  return ({ id }: Contact): Part => {
    if (id === report.current?.id) return "current";
    if (taken.has(id)) return "carried";
    return unknown ? "plain" : "leftOut";
  };
}

interface About {
  readonly names: Names;
  readonly row: number | undefined;
}

function nodeOf(contact: Contact, part: Part, { names, row }: About): MapNode {
  const detail = hasEnded(contact)
    ? beginningLabel(contact)
    : `${beginningLabel(contact)} · ${stateLabel(contact)}`;
  const label = [
    l10n.t("Contact {0}", shortId(contact.id)),
    handledBy(contact, names),
    beginningLabel(contact),
    stateLabel(contact),
    spanText(contact),
    partLabels[part](),
  ];
  return {
    contactId: contact.id,
    shortId: shortId(contact.id),
    handledBy: handledBy(contact, names),
    detail,
    part,
    active: !hasEnded(contact),
    label: label.filter((text) => text !== "").join(", "),
    ...(row !== undefined && { row }),
  };
}

/** From the contact that continues to the one it continues; drawn once for each session. */
function persistentLinks(
  chains: readonly DrawnChain[],
  report: AssociationReport | undefined,
): ReadonlyMap<string, string> {
  const known = new Set(chains.flatMap(({ contacts }) => contacts.map(({ id }) => id)));
  const links = new Map<string, string>();
  for (const { contacts } of chains) {
    const drawn = new Set<string>();
    for (const { id, relatedContactId } of contacts) {
      if (relatedContactId === undefined || drawn.has(relatedContactId)) continue;
      drawn.add(relatedContactId);
      if (known.has(relatedContactId)) links.set(id, relatedContactId);
    }
  }
  const [to, from] = linkOf(report);
  if (to !== undefined && from !== undefined && known.has(from)) links.set(to, from);
  return links;
}

/** From the chat that receives the history to what it continues. */
const linkOf = (report: AssociationReport | undefined): readonly (string | undefined)[] =>
  report === undefined ? [] : [report.current?.id, continuedFrom(report)];

function continuedFrom({ outcome, plan }: AssociationReport): string | undefined {
  return outcome.kind === "pending" ? plan.continuedFrom?.id : madeFrom(outcome);
}
