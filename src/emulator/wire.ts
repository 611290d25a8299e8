import type { State } from "./state";

/** The SDK's type of a request as it is on the wire, after the model's constraints were checked: what is required is there. */
export type FromWire<T> = T extends Date
  ? number
  : T extends readonly (infer Item)[]
    ? readonly FromWire<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: FromWire<Exclude<T[Key], undefined>> }
      : T;

/** The SDK's type of an answer as it is on the wire: times are epoch seconds, and enums are open (its own lack some values). */
export type ToWire<T> = T extends Date
  ? number
  : T extends string
    ? string
    : T extends readonly (infer Item)[]
      ? readonly ToWire<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: ToWire<T[Key]> }
        : T;

/** Connect's timestamps are epoch seconds with a fraction (domain.md §3.4). */
export const toSeconds = (milliseconds: number): number => milliseconds / 1000;
export const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000);

/** What an operation of Connect does: checked input in, answer out; refuses with an AwsError. */
export type Run<Input, Output> = (input: FromWire<Input>, state: State) => ToWire<Output>;
