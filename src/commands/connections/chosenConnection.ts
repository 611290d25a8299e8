import { l10n, window } from "vscode";
import type { AwsConnection } from "../../domain/connection";
import type { App } from "../app";
import { chosenRow } from "../chosenRow";
import { askOne } from "../quickPickStep";

/** The connection that a row belongs to, or one that is asked for. */
export async function chosenConnection(
  { connectionStore }: App,
  argument: unknown,
  title: string,
): Promise<AwsConnection | undefined> {
  const row = chosenRow(argument);
  const all = connectionStore.all();
  const ofRow = all.find(({ id }) => id === row?.connection.id);
  if (ofRow !== undefined || row !== undefined) return ofRow;
  if (all.length === 0) {
    await window.showInformationMessage(l10n.t("There are no connections yet."));
    return undefined;
  }
  return askOne<AwsConnection>({
    title,
    placeholder: l10n.t("Which connection?"),
    items: all.map((connection) => ({
      label: connection.name,
      description: [connection.region, connection.tag].filter(Boolean).join(" · "),
      value: connection,
    })),
  });
}
