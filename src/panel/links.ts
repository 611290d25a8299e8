/** Addresses that may leave VS Code: nothing that runs, reads a file or calls a command, and nothing with blanks in it. */
export const outwardLink = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;
