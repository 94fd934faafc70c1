import ts from 'typescript'
import { nodes, parse } from './source'

/** One place of a file that listens to keys, and whether what it calls asks the guard against composing first. */
export type KeyHandler = { place: string; guarded: boolean }

const guard = 'isComposing'
const events = /^key(down|up|press)$/
const attributes = /^onKey(Down|Up|Press)(Capture)?$/
const properties = /^(keydown|keyup|keypress|handleKey(Down|Press))$/

/** Every handler of keys in a file: attributes of elements, listeners of the document, and handlers of an editor. */
export function keyHandlersOf(file: string, source = parse(file)): KeyHandler[] {
  return nodes(source).flatMap((node) => {
    const handler = handlerIn(node)
    if (!handler) return []
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    return [{ place: `${file}:${line + 1}`, guarded: asksGuard(handler, source, new Set()) }]
  })
}

function handlerIn(node: ts.Node): ts.Node | null {
  if (ts.isJsxAttribute(node) && attributes.test(node.name.getText())) return node.initializer ?? node
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'addEventListener') {
    const [event, handler] = node.arguments
    return event && handler && ts.isStringLiteralLike(event) && events.test(event.text) ? handler : null
  }
  if (ts.isPropertyAssignment(node) && properties.test(node.name.getText())) return node.initializer
  return ts.isMethodDeclaration(node) && properties.test(node.name.getText()) ? node : null
}

/** Whether a handler calls the guard itself, or by the functions of the same file that it names. */
function asksGuard(handler: ts.Node, source: ts.SourceFile, seen: Set<string>): boolean {
  let asks = false
  const walk = (node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === guard) asks = true
    if (ts.isIdentifier(node) && !seen.has(node.text)) {
      seen.add(node.text)
      const named = functionNamed(node.text, source)
      if (named) asks ||= asksGuard(named, source, seen)
    }
    ts.forEachChild(node, walk)
  }
  walk(handler)
  return asks
}

function functionNamed(name: string, source: ts.SourceFile): ts.Node | null {
  for (const node of nodes(source)) {
    if (ts.isFunctionDeclaration(node) && node.name?.text === name) return node.body ?? null
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name) return node.initializer ?? null
  }
  return null
}
