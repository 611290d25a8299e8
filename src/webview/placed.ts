import { noChange } from "lit/html.js";
import type { ElementPart, PartInfo } from "lit/directive.js";
import { Directive, directive, PartType } from "lit/directive.js";

type Styles = Readonly<Record<string, string>>;

/** Sets styles by script: the page's policy forbids style attributes, which Lit's own styleMap writes at first. */
class Placed extends Directive {
  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error("placed() stands on an element");
  }

  render(styles: Styles): Styles {
    return styles;
  }

  override update(part: ElementPart, [styles]: [Styles]): typeof noChange {
    const { element } = part;
    if (element instanceof HTMLElement || element instanceof SVGElement)
      for (const [name, value] of Object.entries(this.render(styles)))
        element.style.setProperty(name, value);
    return noChange;
  }
}

export const placed = directive(Placed);
