import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where a program of these names would be, in the order of the names.
 * @param {...string} names
 */
export function placesOnPath(...names) {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
