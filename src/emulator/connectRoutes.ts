import { connectModel, type ConnectOperation } from "./model/model";
import { segmentsOf } from "./http";

/** Which operation a request asks for, and what its path says. */
export interface ConnectTarget {
  readonly operation: ConnectOperation;
  readonly labels: Readonly<Record<string, string>>;
}

interface Template {
  readonly operation: ConnectOperation;
  readonly method: string;
  readonly segments: readonly string[];
}

const templates: readonly Template[] = Object.entries(connectModel).map(([name, model]) => ({
  operation: name as ConnectOperation,
  method: model.method,
  segments: model.uri.slice(1).split("/"),
}));

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

/** The operation of a method and a path; both decide, since a path may belong to several. */
export const connectTarget = (method: string, path: string): ConnectTarget | undefined => {
  const given = segmentsOf(path);
  if (!given) return undefined;
  for (const { operation, method: wanted, segments } of templates) {
    if (wanted !== method || segments.length !== given.length) continue;
    const labels = labelsOf(segments, given);
    if (labels) return { operation, labels };
  }
  return undefined;
};
