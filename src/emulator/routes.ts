import { segmentsOf } from "./http";
import type { OperationModel } from "./model/model";

/** Which operation a request asks for, and what its path says. */
export interface Target<Operation extends string> {
  readonly operation: Operation;
  readonly labels: Readonly<Record<string, string>>;
}

interface Template<Operation extends string> {
  readonly operation: Operation;
  readonly method: string;
  readonly segments: readonly string[];
}

const labelOf = (segment: string): string | undefined => /^\{(.+)\}$/.exec(segment)?.[1];

const labelsOf = (
  template: readonly string[],
  path: readonly string[],
): Record<string, string> | undefined => {
  const labels: Record<string, string> = {};
  for (const [index, segment] of template.entries()) {
    const given = path[index] ?? "";
    const label = labelOf(segment);
    if (label !== undefined) labels[label] = given;
    else if (segment !== given) return undefined;
  }
  return labels;
};

const templatesOf = <Operation extends string>(
  model: Readonly<Record<Operation, OperationModel>>,
): readonly Template<Operation>[] =>
  Object.entries<OperationModel>(model).map(([name, { method, uri }]) => ({
    operation: name as Operation,
    method,
    segments: uri.slice(1).split("/"),
  }));

/** Finds the operation of a method and a path among a service's; both decide, since a path may belong to several. */
export const targetIn = <Operation extends string>(
  model: Readonly<Record<Operation, OperationModel>>,
): ((method: string, path: string) => Target<Operation> | undefined) => {
  const templates = templatesOf(model);
  return (method, path) => {
    const given = segmentsOf(path);
    if (!given) return undefined;
    for (const { operation, method: wanted, segments } of templates) {
      if (wanted !== method || segments.length !== given.length) continue;
      const labels = labelsOf(segments, given);
      if (labels) return { operation, labels };
    }
    return undefined;
  };
};
