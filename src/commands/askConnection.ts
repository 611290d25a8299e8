import { l10n } from "vscode";
import type { Connection } from "../domain/connection";
import { isReadOnly } from "../domain/connection";
import type { App } from "./app";
import { askSteps } from "./steps";
import { askStep } from "./quickPickStep";
import type { Step } from "./steps";

/** Which instance; asked only where there are several. What must not be chosen is listed all the same, and says why. */
export const askConnection =
  <Draft extends { readonly connection?: Connection }>(
    app: Pick<App, "connections">,
    title: string,
    use: "read" | "change" = "read",
  ): Step<Draft> =>
  async (draft, position) => {
    const answer = await askStep<Connection>({
      title,
      ...position,
      placeholder: l10n.t("Which instance?"),
      load: (show) => {
        show(
          app.connections().map((connection) => {
            const { name, kind, region } = connection;
            const description = kind === "sandbox" ? l10n.t("emulator") : region;
            return use === "change" && isReadOnly(connection)
              ? { label: `$(lock) ${name}`, description: `${description} · ${l10n.t("read-only")}` }
              : { label: name, description, value: connection };
          }),
        );
        return Promise.resolve();
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, connection: answer.value } }
      : answer;
  };

/** The connection, where there is no choice. */
export function onlyConnection({ connections }: App): { readonly connection?: Connection } {
  const [first, ...others] = connections();
  return first === undefined || others.length > 0 ? {} : { connection: first };
}

/** One of these connections, asked for only where there are several. */
export async function oneOf(
  connections: readonly Connection[],
  title: string,
): Promise<Connection | undefined> {
  const [first, ...others] = connections;
  if (others.length === 0) return first;
  const step = askConnection<{ connection?: Connection }>(
    { connections: () => connections },
    title,
  );
  return (await askSteps([step], {}))?.connection;
}
