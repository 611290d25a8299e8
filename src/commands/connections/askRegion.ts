import { l10n } from "vscode";
import type { StepItem } from "../quickPickStep";
import { askStep } from "../quickPickStep";
import type { Step } from "../steps";
import type { NewConnections } from "./addConnection";

/** Where Amazon Connect is offered; others can be typed. */
const regions = [
  "us-east-1",
  "us-west-2",
  "af-south-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-west-2",
  "us-gov-west-1",
];

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

export const askRegion =
  (title: string): Step<NewConnections> =>
  async (draft, position) => {
    const answer = await askStep<string>({
      title,
      ...position,
      placeholder: l10n.t("Which Region?"),
      typed: (text) =>
        REGION.test(text) && !regions.includes(text)
          ? { label: text, description: l10n.t("as typed"), alwaysShow: true, value: text }
          : undefined,
      load: (show) => {
        show(regionItems(draft.profileRegion));
        return Promise.resolve();
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, region: answer.value } }
      : answer;
  };

function regionItems(own: string | undefined): StepItem<string>[] {
  const others = regions.filter((region) => region !== own);
  return [
    ...(own === undefined
      ? []
      : [{ label: own, description: l10n.t("the profile's Region"), value: own }]),
    ...others.map((region) => ({ label: region, value: region })),
  ];
}
