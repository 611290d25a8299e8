import { segmentsOf } from "./http";
import type { OperationModel } from "./model/model";

/** Which operation a request asks for, and what its path says. */
export interface Target<Operation extends string> {
  readonly operation: Operation;
  readonly labels: Readonly<Record<string, string>>;
}

/** Part of a path: a word that must stand there, or the name of what does. */
type Segment = { readonly word: string } | { readonly label: string };

interface Template<Operation extends string> {
  readonly operation: Operation;
  readonly method: string;
  readonly segments: readonly Segment[];
}

const segmentOf = (text: string): Segment => {
  const label = /^\{(.+)\}$/.exec(text)?.[1];
  return label === undefined ? { word: text } : { label };
};

const isOf = (template: readonly Segment[], path: readonly string[]): boolean =>
  template.length === path.length &&
  template.every((segment, index) => "label" in segment || segment.word === path[index]);

const labelsOf = (
  template: readonly Segment[],
  path: readonly string[],
): Readonly<Record<string, string>> => {
  const labels: Record<string, string> = {};
  for (const [index, segment] of template.entries()) {
    if ("label" in segment) labels[segment.label] = path[index] ?? "";
  }
  return labels;
};

const templatesOf = <Operation extends string>(
  model: Readonly<Record<Operation, OperationModel>>,
): readonly Template<Operation>[] =>
  Object.entries<OperationModel>(model).map(([name, { method, uri }]) => ({
    operation: name as Operation,
    method,
    segments: uri.slice(1).split("/").map(segmentOf),
  }));

/** Finds the operation of a method and a path among a service's; both decide, since a path may belong to several. */
export const targetIn = <Operation extends string>(
  model: Readonly<Record<Operation, OperationModel>>,
): ((method: string, path: string) => Target<Operation> | undefined) => {
  const templates = templatesOf(model);
  return (method, path) => {
    const given = segmentsOf(path);
    if (!given) return undefined;
    const template = templates.find(
      ({ method: wanted, segments }) => wanted === method && isOf(segments, given),
    );
    return (
      template && { operation: template.operation, labels: labelsOf(template.segments, given) }
    );
  };
};
