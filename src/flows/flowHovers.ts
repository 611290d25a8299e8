import type { HoverProvider } from "vscode";
import { Hover, MarkdownString, Range } from "vscode";
import { placeAt } from "../domain/flow/place";
import { actionLines } from "../wording/flows";
import { plain } from "../wording/markdownText";
import type { FlowReadings } from "./flowReadings";
import { rangeOf } from "./rangeOf";

const NEAR = 200;
const MEMBER = /Type|SourceContactId/;

export const flowHovers = (readings: FlowReadings): HoverProvider => ({
  provideHover(document, { line, character }) {
    // Most of a file is nothing that there is anything to say of.
    const near = document.getText(
      new Range(line, Math.max(0, character - NEAR), line, character + NEAR),
    );
    if (!MEMBER.test(near)) return undefined;
    const reading = readings.of(document);
    if (reading?.version !== document.version) return undefined;
    const offset = document.offsetAt(new Range(line, character, line, character).start);
    const place = placeAt(document.getText(), offset);
    if (place === undefined || place.kind === "action") return undefined;
    const action = reading.flow.associations.find(({ path }) => path[1] === place.action);
    if (action === undefined) return undefined;
    const lines = actionLines(reading.flow, action, place.kind);
    return new Hover(
      new MarkdownString(lines.map(plain).join("\n\n")),
      rangeOf(document, place.span),
    );
  },
});
