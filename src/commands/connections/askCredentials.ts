import { l10n } from "vscode";
import type { Profile } from "../../connections/accounts";
import type { App } from "../app";
import type { StepItem } from "../quickPickStep";
import { askStep } from "../quickPickStep";
import type { Step } from "../steps";
import type { NewConnections } from "./addConnection";

type Choice = Pick<NewConnections, "credentials" | "profileRegion">;

export const askCredentials =
  ({ accounts }: App, title: string): Step<NewConnections> =>
  async (draft, position) => {
    const answer = await askStep<Choice>({
      title,
      ...position,
      placeholder: l10n.t("Which credentials? Profiles come from your AWS configuration files"),
      load: async (show) => {
        const profiles = await accounts.profiles();
        show([...profiles.map(profileItem), environmentItem()]);
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, ...answer.value } }
      : answer;
  };

const profileItem = ({ name, region }: Profile): StepItem<Choice> => ({
  label: `$(account) ${name}`,
  ...(region !== undefined && { description: region }),
  value: {
    credentials: { kind: "profile", profile: name },
    ...(region !== undefined && { profileRegion: region }),
  },
});

const environmentItem = (): StepItem<Choice> => ({
  label: `$(server-environment) ${l10n.t("Environment and default chain")}`,
  detail: l10n.t("Environment variables, then what the AWS SDK finds by itself"),
  value: { credentials: { kind: "default" } },
});
