// Keeps ruff's wasm build warm. The first line of input is JSON: the folder with node_modules, the codes to run, the files. When all
// is read and compiled the answer is one line of JSON; each further line of input is answered with the seconds of one round.
"use strict";

const fs = require("node:fs");
const readline = require("node:readline");

const PACKAGE = "@astral-sh/ruff-wasm-nodejs";
const WARM_UPS = 2;

function load(folder) {
  try {
    return require(require.resolve(PACKAGE, { paths: [folder] }));
  } catch (error) {
    console.log(JSON.stringify({ missing: `${PACKAGE} in ${folder}` }));
    process.exit(0);
  }
}

// Without preview a workspace refuses codes that ruff doesn't have; with it, such codes are silently nothing.
function isKnown(ruff, code) {
  try {
    new ruff.Workspace({ lint: { select: [code] } }, ruff.PositionEncoding.Utf16).free();
    return true;
  } catch (error) {
    return false;
  }
}

function check(workspace, texts) {
  let failures = 0;
  const start = process.hrtime.bigint();
  for (const text of texts) {
    try {
      workspace.check(text);
    } catch (error) {
      failures++;
    }
  }
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, failures };
}

function prepare(question) {
  const { folder, codes, paths } = JSON.parse(question);
  const ruff = load(folder);
  const texts = paths.map((path) => fs.readFileSync(path, "utf8"));
  const select = codes.filter((code) => isKnown(ruff, code));
  // Some of the codes are rules that ruff runs in preview only.
  const workspace = new ruff.Workspace({ lint: { select }, preview: true }, ruff.PositionEncoding.Utf16);
  let failures = 0;
  for (let i = 0; i < WARM_UPS; i++) {
    failures = check(workspace, texts).failures;
  }
  console.log(JSON.stringify({ version: ruff.Workspace.version(), codes: select.length, failures }));
  return () => check(workspace, texts).seconds;
}

let round = null;
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  if (round === null) {
    round = prepare(line);
  } else {
    console.log(String(round()));
  }
});
