/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment TraceRunRow on Run {\n    id\n    uuid\n    parentUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    firstTokenAt\n    error\n    model\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n    dottedOrder\n  }\n": typeof types.TraceRunRowFragmentDoc,
    "\n  query TracePage($id: ID!, $first: Int!, $after: String) {\n    trace(id: $id) {\n      uuid\n      root {\n        id\n        threadId\n        project {\n          id\n          uuid\n          name\n        }\n      }\n      runCount\n      endedAt\n      runs(first: $first, after: $after) {\n        nodes {\n          ...TraceRunRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.TracePageDocument,
    "\n  query TraceRunProject($id: ID!) {\n    run(id: $id) {\n      id\n      project {\n        id\n        uuid\n        name\n      }\n    }\n  }\n": typeof types.TraceRunProjectDocument,
    "\n  subscription TraceEvents($traceUuid: ID!, $projectId: ID!, $after: String) {\n    traceEvents(traceUuid: $traceUuid, projectId: $projectId, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...TraceRunRow @unmask\n      }\n    }\n  }\n": typeof types.TraceEventsDocument,
    "\n  query TraceRunDetails($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      name\n      runType\n      status\n      startedAt\n      endedAt\n      firstTokenAt\n      latencyMs\n      model\n      threadId\n      tags\n      metadata\n      warnings\n      promptTokens\n      completionTokens\n      totalTokens\n      totalCostUsd\n      inputsBytes\n      outputsBytes\n      inputs\n      outputs\n      errorFull\n    }\n  }\n": typeof types.TraceRunDetailsDocument,
    "\n  query TraceRunRaw($id: ID!) {\n    run(id: $id) {\n      id\n      events\n      extra\n      serialized\n    }\n  }\n": typeof types.TraceRunRawDocument,
};
const documents: Documents = {
    "\n  fragment TraceRunRow on Run {\n    id\n    uuid\n    parentUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    firstTokenAt\n    error\n    model\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n    dottedOrder\n  }\n": types.TraceRunRowFragmentDoc,
    "\n  query TracePage($id: ID!, $first: Int!, $after: String) {\n    trace(id: $id) {\n      uuid\n      root {\n        id\n        threadId\n        project {\n          id\n          uuid\n          name\n        }\n      }\n      runCount\n      endedAt\n      runs(first: $first, after: $after) {\n        nodes {\n          ...TraceRunRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.TracePageDocument,
    "\n  query TraceRunProject($id: ID!) {\n    run(id: $id) {\n      id\n      project {\n        id\n        uuid\n        name\n      }\n    }\n  }\n": types.TraceRunProjectDocument,
    "\n  subscription TraceEvents($traceUuid: ID!, $projectId: ID!, $after: String) {\n    traceEvents(traceUuid: $traceUuid, projectId: $projectId, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...TraceRunRow @unmask\n      }\n    }\n  }\n": types.TraceEventsDocument,
    "\n  query TraceRunDetails($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      name\n      runType\n      status\n      startedAt\n      endedAt\n      firstTokenAt\n      latencyMs\n      model\n      threadId\n      tags\n      metadata\n      warnings\n      promptTokens\n      completionTokens\n      totalTokens\n      totalCostUsd\n      inputsBytes\n      outputsBytes\n      inputs\n      outputs\n      errorFull\n    }\n  }\n": types.TraceRunDetailsDocument,
    "\n  query TraceRunRaw($id: ID!) {\n    run(id: $id) {\n      id\n      events\n      extra\n      serialized\n    }\n  }\n": types.TraceRunRawDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TraceRunRow on Run {\n    id\n    uuid\n    parentUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    firstTokenAt\n    error\n    model\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n    dottedOrder\n  }\n"): (typeof documents)["\n  fragment TraceRunRow on Run {\n    id\n    uuid\n    parentUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    firstTokenAt\n    error\n    model\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n    dottedOrder\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TracePage($id: ID!, $first: Int!, $after: String) {\n    trace(id: $id) {\n      uuid\n      root {\n        id\n        threadId\n        project {\n          id\n          uuid\n          name\n        }\n      }\n      runCount\n      endedAt\n      runs(first: $first, after: $after) {\n        nodes {\n          ...TraceRunRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TracePage($id: ID!, $first: Int!, $after: String) {\n    trace(id: $id) {\n      uuid\n      root {\n        id\n        threadId\n        project {\n          id\n          uuid\n          name\n        }\n      }\n      runCount\n      endedAt\n      runs(first: $first, after: $after) {\n        nodes {\n          ...TraceRunRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TraceRunProject($id: ID!) {\n    run(id: $id) {\n      id\n      project {\n        id\n        uuid\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query TraceRunProject($id: ID!) {\n    run(id: $id) {\n      id\n      project {\n        id\n        uuid\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TraceEvents($traceUuid: ID!, $projectId: ID!, $after: String) {\n    traceEvents(traceUuid: $traceUuid, projectId: $projectId, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...TraceRunRow @unmask\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TraceEvents($traceUuid: ID!, $projectId: ID!, $after: String) {\n    traceEvents(traceUuid: $traceUuid, projectId: $projectId, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...TraceRunRow @unmask\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TraceRunDetails($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      name\n      runType\n      status\n      startedAt\n      endedAt\n      firstTokenAt\n      latencyMs\n      model\n      threadId\n      tags\n      metadata\n      warnings\n      promptTokens\n      completionTokens\n      totalTokens\n      totalCostUsd\n      inputsBytes\n      outputsBytes\n      inputs\n      outputs\n      errorFull\n    }\n  }\n"): (typeof documents)["\n  query TraceRunDetails($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      name\n      runType\n      status\n      startedAt\n      endedAt\n      firstTokenAt\n      latencyMs\n      model\n      threadId\n      tags\n      metadata\n      warnings\n      promptTokens\n      completionTokens\n      totalTokens\n      totalCostUsd\n      inputsBytes\n      outputsBytes\n      inputs\n      outputs\n      errorFull\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TraceRunRaw($id: ID!) {\n    run(id: $id) {\n      id\n      events\n      extra\n      serialized\n    }\n  }\n"): (typeof documents)["\n  query TraceRunRaw($id: ID!) {\n    run(id: $id) {\n      id\n      events\n      extra\n      serialized\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;