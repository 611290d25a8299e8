import { randomUUID } from "node:crypto";
import { l10n } from "vscode";
import type { Credentials } from "../../connections/accounts";
import type { AwsConnection } from "../../domain/connection";
import type { App } from "../app";
import { askSteps } from "../steps";
import { askCredentials } from "./askCredentials";
import { askInstances } from "./askInstances";
import { askRegion } from "./askRegion";
import { askTag } from "./askTag";

/** What has been chosen of new connections; several instances of one account can be added at once. */
export interface NewConnections {
  readonly credentials?: Credentials;
  /** The profile's own Region, offered first. */
  readonly profileRegion?: string;
  readonly region?: string;
  readonly instances?: readonly { readonly id: string; readonly name: string }[];
  readonly tag?: AwsConnection["tag"] | "none";
}

/** Profile, Region, instances, tag: nothing secret is asked for or kept. */
export async function addConnection(app: App): Promise<void> {
  const title = l10n.t("Add Connection");
  const chosen = await askSteps<NewConnections>(
    [askCredentials(app, title), askRegion(title), askInstances(app, title), askTag(title)],
    {},
  );
  if (chosen?.instances === undefined || chosen.region === undefined) return;
  const { credentials, region, tag } = chosen;
  await app.connectionStore.add(
    chosen.instances.map(({ id, name }): AwsConnection => ({
      kind: "aws",
      id: randomUUID(),
      name,
      ...(credentials?.kind === "profile" && { profile: credentials.profile }),
      region,
      instanceId: id,
      ...(tag !== undefined && tag !== "none" && { tag }),
      readOnly: false,
    })),
  );
}
