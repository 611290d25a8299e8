/** For `catch`: the value where there is no such file; any other error flies on. */
export const unlessMissing =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if (hasCode(error, "ENOENT")) return value;
    throw error;
  };

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
