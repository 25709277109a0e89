import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

/*
 * The TypeScript surface, read from the declarations of the build by TypeScript itself. API Extractor, made for this, takes one entry at a
 * time and passes over `declare global` and `declare module`, which is all that typings for JSX are.
 */

export const BEHIND = 'types behind them';
export const ADDED = 'added to the types of others';

const printer = ts.createPrinter({ removeComments: true });
const print = (node) => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replace(/\s+/g, ' ').trim().replace(/^(export |declare |default )+|;$/g, '');
const printAll = (nodes, open, close, separator) => (nodes?.length ? `${open}${nodes.map(print).join(separator)}${close}` : '');

/** A program of the entries and what they import of ours: other packages, and the platform's types, are mere names here. */
function programOf(entries) {
  const options = { noLib: true, types: [], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, importer) =>
    literals.map(({ text }) => {
      const path = text.startsWith('.') ? resolve(dirname(importer), text.replace(/\.js$/, '.d.ts')) : entries[text];
      return { resolvedModule: path && existsSync(path) ? { resolvedFileName: path, extension: '.d.ts' } : undefined };
    });
  return ts.createProgram(Object.values(entries), options, host);
}

const isTopLevel = (node) => ts.isSourceFile(ts.isVariableDeclaration(node) ? node.parent.parent.parent : node.parent);

/** What can be used from outside; `constructor` of a class among it. */
const isPublic = (member) =>
  !(ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) && !(member.name && ts.isPrivateIdentifier(member.name));

function nameOf(member) {
  if (member.name) return member.name.text ?? member.name.getText();
  if (ts.isConstructorDeclaration(member)) return 'constructor';
  return ts.isIndexSignatureDeclaration(member) ? '[index]' : '()';
}

/** The parts of a declaration that count: its head, and the members that can be used. */
function partsOf(node) {
  const hasMembers = ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node);
  return { heads: hasMembers ? [...(node.typeParameters ?? []), ...(node.heritageClauses ?? [])] : [node], members: hasMembers ? node.members.filter(isPublic) : [] };
}

function headOf(node, name) {
  if (ts.isVariableDeclaration(node)) return `const ${print(node)}`;
  if (!ts.isInterfaceDeclaration(node) && !ts.isClassDeclaration(node)) return print(node);
  const abstract = ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Abstract ? 'abstract ' : '';
  const kind = ts.isClassDeclaration(node) ? `${abstract}class` : 'interface';
  return `${kind} ${name}${printAll(node.typeParameters, '<', '>', ', ')}${printAll(node.heritageClauses, ' ', '', ' ')}`;
}

/**
 * What the entries of the package let others import, what that refers to of ours, and what it adds to the types of others.
 *
 * @param entries the declarations of each entry, by what it is imported as
 * @returns sections of signatures by name; a member is `Type.member`
 */
export function typesOf(entries, root) {
  const program = programOf(entries);
  const checker = program.getTypeChecker();
  const sections = {};
  const known = new Map();
  const waiting = [];

  const aim = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  const put = (section, name, signature) => {
    const there = (sections[section] ??= {});
    // Overloads, and interfaces that go on elsewhere, are one name.
    there[name] = Object.hasOwn(there, name) ? `${there[name]}; ${signature}` : signature;
  };

  /** Follows every name within a node to a declaration of ours. */
  const follow = (node) => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const target = symbol && aim(symbol);
    if (target?.declarations?.some(isTopLevel) && !known.has(target)) waiting.push(target);
    ts.forEachChild(node, follow);
  };

  const describe = (section, name, symbol) => {
    known.set(symbol, section);
    for (const node of symbol.declarations) {
      const { heads, members } = partsOf(node);
      put(section, name, headOf(node, name));
      for (const member of members) put(section, `${name}.${nameOf(member)}`, print(member));
      [...heads, ...members].forEach(follow);
    }
  };

  for (const [specifier, path] of Object.entries(entries)) {
    sections[specifier] = {};
    const module = checker.getSymbolAtLocation(program.getSourceFile(path));
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
      const symbol = aim(exported);
      if (!symbol.declarations) put(specifier, exported.name, 'of another package');
      else if (known.has(symbol)) put(specifier, exported.name, `as in ${known.get(symbol)}`);
      else describe(specifier, exported.name, symbol);
    }
  }
  sections[BEHIND] = {};
  for (let symbol = waiting.shift(); symbol; symbol = waiting.shift()) {
    if (known.has(symbol)) continue;
    const file = relative(root, symbol.declarations[0].getSourceFile().fileName).replaceAll('\\', '/');
    describe(BEHIND, symbol.name in sections[BEHIND] ? `${symbol.name} of ${file}` : symbol.name, symbol);
  }
  sections[ADDED] = Object.fromEntries(program.getSourceFiles().flatMap((file) => additionsOf(file.statements, '')));
  return sections;
}

/** What `declare global` and `declare module 'x'` add to interfaces. */
function additionsOf(statements, path) {
  return statements.flatMap((node) => {
    if (ts.isModuleDeclaration(node) && node.body) return additionsOf(node.body.statements, `${path}${node.name.text}.`);
    if (path === '' || !ts.isInterfaceDeclaration(node)) return [];
    return node.members.map((member) => [`${path}${node.name.text}.${nameOf(member)}`, print(member)]);
  });
}
