import { Failure } from "../failure";
import { attributeOf } from "../flow/attributes";
import { readFlow } from "../flow/readFlow";
import type { ContactFlow } from "../testChat/customerChat";

/** A block of one of the instance's flows that continues a past chat. */
export interface FlowBlock {
  readonly flow: ContactFlow;
  /** Where it takes the past contact's id from, as the flow has it; empty where it says nothing readable. */
  readonly source: string;
  /** The contact attribute that this is, where it is one. */
  readonly attribute?: string;
}

/** The blocks of a flow, by its content as DescribeContactFlow gives it. */
export const blocksOf = (flow: ContactFlow, content: string): readonly FlowBlock[] =>
  (readFlow(content)?.associations ?? []).map(({ action }) => {
    const { SourceContactId: source } = action.parameters;
    const attribute = attributeOf(source);
    return {
      flow,
      source: typeof source === "string" ? source : "",
      ...(attribute?.scope === "Attributes" && { attribute: attribute.name }),
    };
  });

/** The contact attributes that flows read a past contact's id from, as far as flows were read. */
export const attributesRead = (
  blocks: readonly FlowBlock[] | Failure | undefined,
): readonly string[] =>
  blocks === undefined || blocks instanceof Failure
    ? []
    : [...new Set(blocks.flatMap(({ attribute }) => attribute ?? []))];
