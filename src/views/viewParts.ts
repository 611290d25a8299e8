import type { EventEmitter, TreeView } from "vscode";

/** A view as VS Code has it, and the way to have its rows drawn anew. */
export interface ViewParts<Node> {
  readonly view: TreeView<Node>;
  readonly changed: EventEmitter<Node | undefined>;
}
