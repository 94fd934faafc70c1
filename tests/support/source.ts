import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** One import of a file: a path of this repository or the name of a package. */
export type Import = { target: string; typeOnly: boolean; local: boolean }

const parsed = new Map<string, ts.SourceFile>()

/** Every import of a file, re-exports, `import()` and import types included; style sheets are not. */
export function importsOf(file: string, source = parse(file)): Import[] {
  return nodes(source).flatMap((node) => {
    const found = specifier(node)
    if (!found || found.text.endsWith('.css')) return []
    const target = resolved(file, found.text)
    return [{ target: target ?? found.text, typeOnly: found.typeOnly, local: target !== null }]
  })
}

/** Where a file uses one of these expressions, each written as in code. */
export function mentions(file: string, expressions: string[]): string[] {
  const source = parse(file)
  return nodes(source).flatMap((node) => {
    const whole = ts.isNewExpression(node) || ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)
    const global = ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node.parent) && !ts.isPropertySignature(node.parent)
    if (!(whole || global) || !expressions.includes(node.getText(source))) return []
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    return [`${file}:${line + 1} uses ${node.getText(source)}`]
  })
}

/** The exported functions of a file, written either way, and whether a doc comment stands before each. */
export function documentedFunctions(file: string): { name: string; documented: boolean }[] {
  return parse(file).statements.flatMap((statement) => {
    if (!isExported(statement)) return []
    const documented = ts.getJSDocCommentsAndTags(statement).length > 0
    // A function with several signatures is documented at its first.
    if (ts.isFunctionDeclaration(statement) && statement.name && !statement.body) return []
    if (ts.isFunctionDeclaration(statement) && statement.name) return [{ name: statement.name.text, documented }]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations
      .filter(({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)))
      .map(({ name }) => ({ name: name.getText(), documented }))
  })
}

/** A file as the compiler reads it. */
export function parse(file: string): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kind)
  parsed.set(file, source)
  return source
}

/** Every node of a file. */
export function nodes(source: ts.SourceFile): ts.Node[] {
  const all: ts.Node[] = []
  const walk = (node: ts.Node) => {
    all.push(node)
    ts.forEachChild(node, walk)
  }
  walk(source)
  return all
}

function specifier(node: ts.Node): { text: string; typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node)) return text(node.moduleSpecifier, importsTypes(node.importClause))
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return text(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return text(node.arguments[0], false)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return text(node.argument.literal, true)
  return null
}

function text(node: ts.Node | undefined, typeOnly: boolean) {
  return node && ts.isStringLiteralLike(node) ? { text: node.text, typeOnly } : null
}

function importsTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = clause.namedBindings
  return !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.every((each) => each.isTypeOnly)
}

function resolved(file: string, name: string): string | null {
  if (name.startsWith('@/')) return name.slice(2)
  return name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : null
}

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
}
