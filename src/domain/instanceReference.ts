const INSTANCE = new RegExp(
  "^(?:arn:aws[a-z-]*:connect:[a-z0-9-]+:\\d{12}:instance/)?(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$",
  "i",
);

/** Reads an instance's id out of the id or the ARN; undefined for anything else. */
export const instanceReferenceOf = (text: string): string | undefined =>
  INSTANCE.exec(text.trim())?.groups?.["id"]?.toLowerCase();
