import type { PanelContent } from "../../src/panel/content";
import { continued } from "../unit/panel/support/specimens";
import { items } from "./everyItem";
import { failures, states } from "./everyState";

export interface Specimen {
  readonly content: PanelContent;
  readonly hidesPersonal?: boolean;
}

type Sheet = Readonly<Record<string, Specimen>>;

const asTheyAre = (contents: Readonly<Record<string, PanelContent>>): Sheet =>
  Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, { content }]));

/** What the panel is shown with, by the sheet and the name that its picture has. */
export const sheets: Readonly<Record<string, Sheet>> = {
  items: asTheyAre(items),
  states: {
    ...asTheyAre(states),
    "Personal data hidden, one message revealed": { content: continued, hidesPersonal: true },
  },
  failures: asTheyAre(failures),
  reading: asTheyAre({
    "Find, with matches": continued,
    "Find, with none": continued,
    "Filter, open": continued,
    "Contacts, open": continued,
  }),
};
