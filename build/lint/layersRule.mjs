import { builtinModules } from 'node:module';
import path from 'node:path';
import { closedRooms, layers } from './layers.mjs';

/** Refuses every import that the layer table does not name: of files, types and packages. */
export const layersRule = {
  create(context) {
    const root = context.cwd;
    const file = posix(path.relative(root, context.filename));
    const layer = layers.find(({ files }) => [files].flat().some((it) => covers(it, file)));
    if (layer === undefined) {
      return {
        Program(node) {
          context.report({ node, message: `no row for ${file} in build/lint/layers.mjs` });
        },
      };
    }
    const room = [layer.files].flat().join(', ');
    const refuse = (node, what) => context.report({ node, message: `${room} may not ${what}` });

    const { may, types = [], packages } = layer;
    const everything = may.includes('**');

    function check(node, source, onlyTypes = false) {
      if (typeof source?.value !== 'string') {
        if (source && !everything)
          refuse(node, 'import what is computed: the layer table cannot see it');
        return;
      }
      const wanted = source.value.replace(/[?#].*$/, '');
      if (!/^[./]/.test(wanted)) {
        const name = packageName(wanted);
        if (!packages.includes(name) && !packages.includes('*'))
          refuse(node, `import the package ${name}`);
        return;
      }
      const target = posix(
        path.relative(root, path.resolve(path.dirname(context.filename), wanted)),
      );
      if (may.some((it) => opens(it, target))) return;
      if (!types.some((it) => opens(it, target))) refuse(node, `import ${target}`);
      else if (!onlyTypes) refuse(node, `import more than types from ${target}`);
    }

    return {
      Program(node) {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\/\s*<reference\s+(path|types)/.test(comment.value))
            refuse(node, 'use reference comments: import instead');
        }
      },
      ImportDeclaration: (node) => check(node, node.source, isTypesOnly(node)),
      ExportNamedDeclaration: (node) => check(node, node.source, isTypesOnly(node)),
      ExportAllDeclaration: (node) => check(node, node.source, isTypesOnly(node)),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
      TSExternalModuleReference: (node) => check(node, node.expression),
      CallExpression(node) {
        const { callee } = node;
        const called = callee.type === 'MemberExpression' ? callee.object : callee;
        if (called.type === 'Identifier' && called.name === 'require')
          check(node, node.arguments[0]);
        if (isImportMeta(called) && ['glob', 'resolve'].includes(callee.property?.name))
          refuse(node, `use import.meta.${callee.property.name}: the layer table cannot see it`);
      },
      NewExpression(node) {
        const [source, base] = node.arguments;
        if (node.callee.name !== 'URL' || !isImportMeta(base?.object)) return;
        if (typeof source?.value !== 'string') return;
        const relative = /^[./]/.test(source.value) ? source.value : `./${source.value}`;
        check(node, { value: relative });
      },
    };
  },
};

function isTypesOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  return (
    names.length > 0 && names.every((it) => it.importKind === 'type' || it.exportKind === 'type')
  );
}

function isImportMeta(node) {
  return node?.type === 'MetaProperty' && node.meta.name === 'import';
}

function packageName(specifier) {
  const bare = specifier.replace(/^node:/, '');
  const [first = '', second = ''] = bare.split('/');
  if (specifier !== bare || builtinModules.includes(first)) return 'node';
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function opens(pattern, file) {
  const room = closedRooms.find((it) => covers(it, file));
  const isNamed = room === undefined || pattern === '**' || covers(room, pattern);
  return isNamed && covers(pattern, file);
}

function covers(pattern, file) {
  if (!pattern.includes('*')) return file === pattern || file.startsWith(`${pattern}/`);
  const parts = pattern.split(/(\*\*\/?|\*)/).map((part) => {
    if (part.startsWith('**')) return '.*';
    return part === '*' ? '[^/]*' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`).test(file);
}

function posix(file) {
  return file.split(path.sep).join('/');
}
