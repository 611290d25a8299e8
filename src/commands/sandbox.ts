import type { App } from "./app";

export const startSandbox = ({ sandbox }: App): Promise<void> => sandbox.start();

export const stopSandbox = ({ sandbox }: App): Promise<void> => sandbox.stop();

export const resetSandbox = ({ sandbox }: App): Promise<void> => sandbox.reset();
