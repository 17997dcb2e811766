// The other way to check the form in a browser: JSON.parse and a compiled JSON Schema.
import Ajv from "ajv/dist/2020.js";

globalThis.checkWithAjv = (schema) => {
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
  return (text) => validate(JSON.parse(text));
};
