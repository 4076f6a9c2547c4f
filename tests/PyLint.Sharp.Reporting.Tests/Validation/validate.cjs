// Checks JSON documents against a schema with ajv, strictly: validate.cjs FOLDER SCHEMA, one document a line on standard input.
const { createRequire } = require("node:module");
const fs = require("node:fs");
const [folder, schema] = process.argv.slice(2);
const load = createRequire(`${folder}/package.json`);
const ajv = new (load("ajv/dist/2020").default)({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: false });
load("ajv-formats").default(ajv);
const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, "utf8")));
for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  if (!validate(JSON.parse(line))) {
    console.log(JSON.stringify(validate.errors));
  }
}
