import { Kind, parse, print, visit } from 'graphql';
import type { ConstDirectiveNode, DocumentNode, InputObjectTypeDefinitionNode } from 'graphql';

// Apollo's composition rejects `@oneOf` undeclared and drops it when declared, so it is copied back.

const directive: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'oneOf' },
};

const hasOneOf = (node: InputObjectTypeDefinitionNode): boolean =>
  node.directives?.some(({ name }) => name.value === 'oneOf') ?? false;

/** Names of the inputs that carry `@oneOf` in any of the documents. */
export function oneOfInputs(documents: DocumentNode[]): Set<string> {
  const names = new Set<string>();
  for (const { definitions } of documents) {
    for (const definition of definitions) {
      if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && hasOneOf(definition)) {
        names.add(definition.name.value);
      }
    }
  }
  return names;
}

/** The schema text with `@oneOf` on the named inputs; the directive is declared when it is used. */
export function restoreOneOf(sdl: string, inputs: ReadonlySet<string>): string {
  if (inputs.size === 0) return sdl;
  const document = visit(parse(sdl), {
    InputObjectTypeDefinition: (node) =>
      inputs.has(node.name.value) && !hasOneOf(node)
        ? { ...node, directives: [...(node.directives ?? []), directive] }
        : undefined,
  });
  const declared = document.definitions.some(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'oneOf',
  );
  return print(document) + (declared ? '\n' : '\n\ndirective @oneOf on INPUT_OBJECT\n');
}
