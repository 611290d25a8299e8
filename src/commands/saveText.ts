import { homedir } from "node:os";
import { FileSystemError, l10n, Uri, window, workspace } from "vscode";

export interface NewFile {
  readonly title: string;
  /** Offered first. */
  readonly name: string;
}

/** Asks for the place until the file is written, or the person gives it up. */
export async function saveText(text: string, file: NewFile): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  const place = await window.showSaveDialog({
    title: file.title,
    defaultUri: Uri.joinPath(folder, file.name),
  });
  if (place === undefined) return;
  try {
    await workspace.fs.writeFile(place, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    const again = l10n.t("Choose Another Place");
    const sentence = l10n.t("{0} could not be written. {1}", place.fsPath, error.message);
    if ((await window.showErrorMessage(sentence, again)) === again) await saveText(text, file);
    return;
  }
  window.setStatusBarMessage(l10n.t("$(check) Exported to {0}", place.fsPath), 5000);
}
