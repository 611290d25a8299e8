import type { PanelContent } from "../../../../src/panel/content";
import { PageFeed } from "../../../../src/panel/pageFeed";
import { drawPage } from "../../../../src/panel/panelView";
import type { ToPage } from "../../../../src/panel/protocol";

/** The messages by which the extension shows this content; with `revealed`, personal data is hidden but in these items. */
export async function messagesFor(
  content: PanelContent,
  revealed?: ReadonlySet<string>,
): Promise<readonly ToPage[]> {
  const messages: ToPage[] = [];
  const feed = new PageFeed((message) => {
    messages.push(message);
    return Promise.resolve(true);
  });
  await feed.ready();
  await feed.show(drawPage(content, undefined, revealed));
  return messages;
}
