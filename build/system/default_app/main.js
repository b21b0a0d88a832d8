// Stands in for Electron's own default_app, which the carried runtime lacks: loads the
// application named on the command line, after the modules Playwright asks for with -r.
//   electron [-r MODULE]… FOLDER [ARGUMENTS]      electron --version
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const { before, folder } = readCommandLine(process.argv.slice(1));
const parent = new Module(path.join(process.cwd(), 'command-line'));
parent.paths = Module._nodeModulePaths(process.cwd());
for (const name of before) Module._load(name, parent);
if (folder === undefined) {
  console.error('usage: electron FOLDER');
  process.exit(1);
}
open(path.resolve(folder));

function readCommandLine(words) {
  const loadedFirst = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === '--version' || word === '-v') {
      console.log(`v${process.versions.electron}`);
      process.exit(0);
    }
    if (word === '-r' || word === '--require') {
      index += 1;
      loadedFirst.push(words[index]);
    } else if (!word.startsWith('-')) return { before: loadedFirst, folder: word };
  }
  return { before: loadedFirst, folder: undefined };
}

function open(place) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const described = path.join(place, 'package.json');
  if (fs.existsSync(described)) {
    const { name, productName, version } = JSON.parse(fs.readFileSync(described, 'utf8'));
    if (version) app.setVersion(version);
    app.name = productName ?? name ?? app.name;
    app.setDesktopName?.(`${app.name}.desktop`);
  }
  const entry = Module._resolveFilename(place, null, true);
  app.setAppPath(fs.existsSync(described) ? place : path.dirname(entry));
  Module._load(entry, null, true);
}
