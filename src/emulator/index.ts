import { main } from "./cli";

export { startEmulator, type Emulator, type EmulatorOptions } from "./server";

// The bundle is a program and a module: only as a program does it start by itself.
if (typeof require !== "undefined" && require.main === module) void main(process.argv.slice(2));
