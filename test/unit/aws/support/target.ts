/** The emulator's demo instance (design §5). */
export const INSTANCE = "a0000000-0000-4000-8000-000000000001";
export const REGION = "us-east-1";

/** A signal that nobody aborts. */
export const signal = (): AbortSignal => new AbortController().signal;
