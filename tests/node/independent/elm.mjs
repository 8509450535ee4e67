// Criterion trees of the rule set as ELM, the compiled form of the Clinical Quality Language.
//
// A yes or no is one parameter of the library. A number is two, the ends of the range that the answer leaves; so is a choice,
// the positions of the lowest and the highest option that it may mean. ELM has no n-ary "and": `AllTrue` passes over nulls, so only the binary operators are
// three-valued as the contract wants it.

const type = (name) => `{urn:hl7-org:elm-types:r1}${name}`;
const literal = (name, value) => ({ type: 'Literal', valueType: type(name), value: String(value) });
const yes = literal('Boolean', true);
const no = literal('Boolean', false);
const unknown = { type: 'Null' };
const of = (operator, ...operand) => ({ type: operator, operand });
const one = (operator, operand) => ({ type: operator, operand });
const parameter = (name) => ({ type: 'ParameterRef', name });

export const low = (id) => `${id}.low`;
export const high = (id) => `${id}.high`;

/** What is certain, or else open as long as it is possible. */
const between = (certain, possible) => of('Or', certain, of('And', possible, unknown));

/** Binary operators over a list, as a balanced tree so that a long list does not nest deeply. */
function fold(operator, empty, parts) {
  if (parts.length === 0) return empty;
  if (parts.length === 1) return parts[0];
  const middle = parts.length >> 1;
  return of(operator, fold(operator, empty, parts.slice(0, middle)), fold(operator, empty, parts.slice(middle)));
}

/** How many parts pass, as an expression: `Count` passes over nulls. */
const count = (parts, passes) => ({
  type: 'Count',
  source: {
    type: 'List',
    element: parts.map((part) => ({ type: 'If', condition: passes(part), then: literal('Integer', 1), else: unknown })),
  },
});

/** A translator of trees; `optionsOf(id)` gives the ids of a choice's options in their order. */
export function translator(optionsOf) {
  const position = ([id, option]) => {
    const place = optionsOf(id).indexOf(option);
    if (place < 0) throw new Error(`\`${id}\` has no option \`${option}\``);
    return literal('Integer', place);
  };
  /** Certain if the end that is nearer to the limit passes, possible if the other one does. */
  const against = (operator, nearer, other) => ([id, limit]) => {
    const [certain, possible] = [nearer, other].map((end) => of(operator, parameter(end(id)), literal('Decimal', limit)));
    return between(certain, possible);
  };
  const nodes = {
    always: () => yes,
    present: (id) => parameter(id),
    absent: (id) => one('Not', parameter(id)),
    is: (leaf) => {
      const [from, to, wanted] = [parameter(low(leaf[0])), parameter(high(leaf[0])), position(leaf)];
      return between(
        of('And', of('Equal', from, wanted), of('Equal', to, wanted)),
        of('And', of('LessOrEqual', from, wanted), of('GreaterOrEqual', to, wanted)),
      );
    },
    atLeastGrade: (leaf) =>
      between(of('GreaterOrEqual', parameter(low(leaf[0])), position(leaf)), of('GreaterOrEqual', parameter(high(leaf[0])), position(leaf))),
    above: against('Greater', low, high),
    atLeast: against('GreaterOrEqual', low, high),
    below: against('Less', high, low),
    atMost: against('LessOrEqual', high, low),
    all: (parts) => fold('And', yes, parts.map(elm)),
    any: (parts) => fold('Or', no, parts.map(elm)),
    not: (part) => one('Not', elm(part)),
    atLeastOf: ([wanted, trees]) => {
      const parts = trees.map(elm);
      const enough = (passes) => of('GreaterOrEqual', count(parts, passes), literal('Integer', wanted));
      return between(enough((part) => one('IsTrue', part)), enough((part) => one('Not', one('IsFalse', part))));
    },
    definition: (id) => ({ type: 'ExpressionRef', name: `definition ${id}` }),
  };
  function elm(tree) {
    const keys = Object.keys(tree);
    const node = keys.length === 1 ? nodes[keys[0]] : undefined;
    if (!node) throw new Error(`this test does not know the criterion ${JSON.stringify(tree)}; teach it to elm.mjs`);
    return node(tree[keys[0]]);
  }
  return elm;
}

/** A library: `parameters` as [name, type], `expressions` as [name, ELM]. */
export const library = (id, parameters, expressions) => ({
  library: {
    identifier: { id, version: '1' },
    schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
    usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
    parameters: {
      def: parameters.map(([name, kind]) => ({
        name,
        accessLevel: 'Public',
        parameterTypeSpecifier: { type: 'NamedTypeSpecifier', name: type(kind) },
      })),
    },
    statements: {
      def: expressions.map(([name, expression]) => ({ name, context: 'Patient', accessLevel: 'Public', expression })),
    },
  },
});

export const list = (element) => ({ type: 'List', element });
