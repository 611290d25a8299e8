import { eventually } from "../../host/workbench/eventually";
import type { WorkbenchOptions } from "../../host/workbench";
import { openWorkbench, type Workbench } from "../../host/workbench";

/** The packaged extension that `npm test` makes before these tests. */
export const vsix = "contact-chains.vsix";

/** A window with the extension's view open. */
export async function openProduct(
  options: Omit<WorkbenchOptions, "vsix"> = {},
): Promise<Workbench> {
  const workbench = await openWorkbench({ vsix, ...options });
  await workbench.openView("Contact Chains");
  return workbench;
}

/** The reference example's contacts, as rows show them. */
export const c1 = "c1000000";
export const c2 = "c2000000";
export const c3 = "c3000000";
export const c4 = "c4000000";
export const c5 = "c5000000";

/** The whole id that a short one begins. */
export const idOf = (shortId: string): string =>
  `${shortId}-0000-4000-8000-00000000000${shortId.charAt(1)}`;

/** The reference chain's row, once it is expanded: among the demo's chats it is the one that Mia handed over to Jonas. */
export const referenceChain = /mia\.keller → jonas\.weber/;

export async function expandReferenceChain(
  workbench: Workbench,
  connection: string,
): Promise<void> {
  await workbench.tree.expand(connection);
  await workbench.tree.expand([connection, "3 contacts"]);
  await workbench.tree.row([connection, referenceChain, c3]);
}

/** The reference chain's contacts, once all three are on screen. */
export const referenceContacts = ({ tree }: Workbench): ReturnType<Workbench["tree"]["children"]> =>
  eventually("the contacts of the reference chain", async () => {
    const rows = await tree.children(["Sandbox", referenceChain]);
    return rows.length === 3 ? rows : undefined;
  });
