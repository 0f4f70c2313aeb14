// kosko's command sets a few fields on what this exports, and reads none of them back when a component does not.
exports.__esModule = true;
exports.default = { paths: {} };
