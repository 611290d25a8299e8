/** What VS Code styles in every webview, below what the webview itself does: as far as the page has such elements. */
export const webviewStyles = `@layer vscode-default {
  body {
    overscroll-behavior-x: none;
    margin: 0;
    padding: 0 20px;
    color: var(--vscode-editor-foreground);
  }
  a, a code {
    color: var(--vscode-textLink-foreground);
  }
  p > a {
    text-decoration: var(--text-link-decoration);
  }
  a:hover {
    color: var(--vscode-textLink-activeForeground);
  }
  a:focus, input:focus, select:focus, textarea:focus {
    outline: 1px solid -webkit-focus-ring-color;
    outline-offset: -1px;
  }
  code {
    padding: 1px 3px;
    border-radius: 4px;
    background-color: var(--vscode-textPreformat-background);
    color: var(--vscode-textPreformat-foreground);
    font-family: var(--monaco-monospace-font);
  }
  pre code {
    padding: 0;
  }
  blockquote {
    border-color: var(--vscode-textBlockQuote-border);
    background: var(--vscode-textBlockQuote-background);
  }
  ::-webkit-scrollbar {
    width: 10px;
    height: 10px;
  }
}`;
