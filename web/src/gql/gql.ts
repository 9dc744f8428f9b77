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
    "\n  query Viewer {\n    viewer {\n      permissions\n      user {\n        id\n        name\n        email\n      }\n      workspace {\n        id\n        uuid\n        name\n      }\n      workspaces {\n        id\n        uuid\n        name\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query PaletteProjects($nameContains: String) {\n    projects(first: 8, nameContains: $nameContains) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.PaletteProjectsDocument,
    "\n  query PastedId($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      traceUuid\n    }\n  }\n": typeof types.PastedIdDocument,
    "\n  mutation CreateFirstKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.CreateFirstKeyDocument,
    "\n  query FirstRunProject($name: String!) {\n    project(name: $name) {\n      id\n      runs(first: 1, timeRange: {}) {\n        nodes {\n          id\n          traceUuid\n        }\n      }\n    }\n  }\n": typeof types.FirstRunProjectDocument,
    "\n  subscription FirstRunEvents($projectId: ID!) {\n    runEvents(projectId: $projectId) {\n      __typename\n      eventId\n      run {\n        id\n        traceUuid\n      }\n    }\n  }\n": typeof types.FirstRunEventsDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n        name\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CreateProjectDocument,
    "\n  fragment ProjectRow on Project {\n    id\n    name\n    description\n    createdAt\n  }\n": typeof types.ProjectRowFragmentDoc,
    "\n  query ProjectList($first: Int!, $after: String, $nameContains: String) {\n    projects(first: $first, after: $after, nameContains: $nameContains) {\n      edges {\n        cursor\n        node {\n          id\n          ...ProjectRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ProjectListDocument,
    "\n  fragment RunListRow on Run {\n    id\n    uuid\n    traceUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    error\n    inputPreview\n    outputPreview\n    model\n    tags\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n  }\n": typeof types.RunListRowFragmentDoc,
    "\n  query RunList(\n    $project: String!\n    $filter: RunFilter\n    $timeRange: TimeRange\n    $first: Int!\n    $after: String\n  ) {\n    project(name: $project) {\n      id\n      uuid\n      name\n      runs(first: $first, after: $after, filter: $filter, timeRange: $timeRange) {\n        nodes {\n          ...RunListRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.RunListDocument,
    "\n  query EmptyRuns($project: String!, $scope: RunFilter, $timeRange: TimeRange) {\n    project(name: $project) {\n      id\n      ever: runs(first: 1, timeRange: {}) {\n        nodes {\n          id\n          startedAt\n        }\n      }\n      inRange: runs(first: 1, filter: $scope, timeRange: $timeRange) {\n        nodes {\n          id\n        }\n        count {\n          value\n          precision\n        }\n      }\n    }\n  }\n": typeof types.EmptyRunsDocument,
    "\n  subscription RunListEvents($projectId: ID!, $filter: RunEventFilter, $after: String) {\n    runEvents(projectId: $projectId, filter: $filter, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...RunListRow @unmask\n      }\n    }\n  }\n": typeof types.RunListEventsDocument,
    "\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    displayPrefix\n    scope\n    createdAt\n    createdBy {\n      id\n      name\n    }\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n": typeof types.ApiKeyRowFragmentDoc,
    "\n  query ApiKeys {\n    viewer {\n      workspace {\n        id\n        apiKeys {\n          id\n          revokedAt\n          expiresAt\n          ...ApiKeyRow\n        }\n      }\n    }\n  }\n": typeof types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      apiKey {\n        id\n      }\n      secret\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  fragment TraceRunRow on Run {\n    id\n    uuid\n    parentUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    firstTokenAt\n    error\n    model\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n    dottedOrder\n  }\n": typeof types.TraceRunRowFragmentDoc,
    "\n  query TracePage($id: ID!, $first: Int!, $after: String) {\n    trace(id: $id) {\n      uuid\n      root {\n        id\n        threadId\n        project {\n          id\n          uuid\n          name\n        }\n      }\n      runCount\n      endedAt\n      runs(first: $first, after: $after) {\n        nodes {\n          ...TraceRunRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.TracePageDocument,
    "\n  query TraceRunProject($id: ID!) {\n    run(id: $id) {\n      id\n      project {\n        id\n        uuid\n        name\n      }\n    }\n  }\n": typeof types.TraceRunProjectDocument,
    "\n  subscription TraceEvents($traceUuid: ID!, $projectId: ID!, $after: String) {\n    traceEvents(traceUuid: $traceUuid, projectId: $projectId, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...TraceRunRow @unmask\n      }\n    }\n  }\n": typeof types.TraceEventsDocument,
    "\n  fragment TracePayload on Payload {\n    sizeBytes\n    isTruncated\n    json\n    head\n  }\n": typeof types.TracePayloadFragmentDoc,
    "\n  query TraceRunDetails($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      name\n      runType\n      status\n      startedAt\n      endedAt\n      firstTokenAt\n      latencyMs\n      model\n      threadId\n      tags\n      metadata\n      warnings\n      promptTokens\n      completionTokens\n      totalTokens\n      totalCostUsd\n      inputsBytes\n      outputsBytes\n      inputs: payload(field: INPUTS) {\n        ...TracePayload @unmask\n      }\n      outputs: payload(field: OUTPUTS) {\n        ...TracePayload @unmask\n      }\n      errorFull\n      media {\n        sha256\n        mimeType\n        sizeBytes\n        url\n      }\n      attachments {\n        name\n        mimeType\n        sizeBytes\n        url\n      }\n      feedback {\n        uuid\n        key\n        score\n        value\n        comment\n        correction\n        source\n        isError\n        createdAt\n      }\n    }\n  }\n": typeof types.TraceRunDetailsDocument,
    "\n  query TraceRunRaw($id: ID!) {\n    run(id: $id) {\n      id\n      events: payload(field: EVENTS) {\n        ...TracePayload @unmask\n      }\n      extra: payload(field: EXTRA) {\n        ...TracePayload @unmask\n      }\n      serialized: payload(field: SERIALIZED) {\n        ...TracePayload @unmask\n      }\n    }\n  }\n": typeof types.TraceRunRawDocument,
    "\n  query TracePayloadLink($id: ID!, $field: PayloadField!) {\n    run(id: $id) {\n      id\n      payload(field: $field) {\n        url\n      }\n      media(fields: [$field], searchLarge: true) {\n        sha256\n        mimeType\n        sizeBytes\n        url\n      }\n    }\n  }\n": typeof types.TracePayloadLinkDocument,
};
const documents: Documents = {
    "\n  query Viewer {\n    viewer {\n      permissions\n      user {\n        id\n        name\n        email\n      }\n      workspace {\n        id\n        uuid\n        name\n      }\n      workspaces {\n        id\n        uuid\n        name\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  query PaletteProjects($nameContains: String) {\n    projects(first: 8, nameContains: $nameContains) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.PaletteProjectsDocument,
    "\n  query PastedId($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      traceUuid\n    }\n  }\n": types.PastedIdDocument,
    "\n  mutation CreateFirstKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      userErrors {\n        message\n      }\n    }\n  }\n": types.CreateFirstKeyDocument,
    "\n  query FirstRunProject($name: String!) {\n    project(name: $name) {\n      id\n      runs(first: 1, timeRange: {}) {\n        nodes {\n          id\n          traceUuid\n        }\n      }\n    }\n  }\n": types.FirstRunProjectDocument,
    "\n  subscription FirstRunEvents($projectId: ID!) {\n    runEvents(projectId: $projectId) {\n      __typename\n      eventId\n      run {\n        id\n        traceUuid\n      }\n    }\n  }\n": types.FirstRunEventsDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n        name\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CreateProjectDocument,
    "\n  fragment ProjectRow on Project {\n    id\n    name\n    description\n    createdAt\n  }\n": types.ProjectRowFragmentDoc,
    "\n  query ProjectList($first: Int!, $after: String, $nameContains: String) {\n    projects(first: $first, after: $after, nameContains: $nameContains) {\n      edges {\n        cursor\n        node {\n          id\n          ...ProjectRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ProjectListDocument,
    "\n  fragment RunListRow on Run {\n    id\n    uuid\n    traceUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    error\n    inputPreview\n    outputPreview\n    model\n    tags\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n  }\n": types.RunListRowFragmentDoc,
    "\n  query RunList(\n    $project: String!\n    $filter: RunFilter\n    $timeRange: TimeRange\n    $first: Int!\n    $after: String\n  ) {\n    project(name: $project) {\n      id\n      uuid\n      name\n      runs(first: $first, after: $after, filter: $filter, timeRange: $timeRange) {\n        nodes {\n          ...RunListRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.RunListDocument,
    "\n  query EmptyRuns($project: String!, $scope: RunFilter, $timeRange: TimeRange) {\n    project(name: $project) {\n      id\n      ever: runs(first: 1, timeRange: {}) {\n        nodes {\n          id\n          startedAt\n        }\n      }\n      inRange: runs(first: 1, filter: $scope, timeRange: $timeRange) {\n        nodes {\n          id\n        }\n        count {\n          value\n          precision\n        }\n      }\n    }\n  }\n": types.EmptyRunsDocument,
    "\n  subscription RunListEvents($projectId: ID!, $filter: RunEventFilter, $after: String) {\n    runEvents(projectId: $projectId, filter: $filter, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...RunListRow @unmask\n      }\n    }\n  }\n": types.RunListEventsDocument,
    "\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    displayPrefix\n    scope\n    createdAt\n    createdBy {\n      id\n      name\n    }\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n": types.ApiKeyRowFragmentDoc,
    "\n  query ApiKeys {\n    viewer {\n      workspace {\n        id\n        apiKeys {\n          id\n          revokedAt\n          expiresAt\n          ...ApiKeyRow\n        }\n      }\n    }\n  }\n": types.ApiKeysDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      apiKey {\n        id\n      }\n      secret\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CreateApiKeyDocument,
    "\n  mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.RevokeApiKeyDocument,
    "\n  fragment TraceRunRow on Run {\n    id\n    uuid\n    parentUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    firstTokenAt\n    error\n    model\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n    dottedOrder\n  }\n": types.TraceRunRowFragmentDoc,
    "\n  query TracePage($id: ID!, $first: Int!, $after: String) {\n    trace(id: $id) {\n      uuid\n      root {\n        id\n        threadId\n        project {\n          id\n          uuid\n          name\n        }\n      }\n      runCount\n      endedAt\n      runs(first: $first, after: $after) {\n        nodes {\n          ...TraceRunRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.TracePageDocument,
    "\n  query TraceRunProject($id: ID!) {\n    run(id: $id) {\n      id\n      project {\n        id\n        uuid\n        name\n      }\n    }\n  }\n": types.TraceRunProjectDocument,
    "\n  subscription TraceEvents($traceUuid: ID!, $projectId: ID!, $after: String) {\n    traceEvents(traceUuid: $traceUuid, projectId: $projectId, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...TraceRunRow @unmask\n      }\n    }\n  }\n": types.TraceEventsDocument,
    "\n  fragment TracePayload on Payload {\n    sizeBytes\n    isTruncated\n    json\n    head\n  }\n": types.TracePayloadFragmentDoc,
    "\n  query TraceRunDetails($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      name\n      runType\n      status\n      startedAt\n      endedAt\n      firstTokenAt\n      latencyMs\n      model\n      threadId\n      tags\n      metadata\n      warnings\n      promptTokens\n      completionTokens\n      totalTokens\n      totalCostUsd\n      inputsBytes\n      outputsBytes\n      inputs: payload(field: INPUTS) {\n        ...TracePayload @unmask\n      }\n      outputs: payload(field: OUTPUTS) {\n        ...TracePayload @unmask\n      }\n      errorFull\n      media {\n        sha256\n        mimeType\n        sizeBytes\n        url\n      }\n      attachments {\n        name\n        mimeType\n        sizeBytes\n        url\n      }\n      feedback {\n        uuid\n        key\n        score\n        value\n        comment\n        correction\n        source\n        isError\n        createdAt\n      }\n    }\n  }\n": types.TraceRunDetailsDocument,
    "\n  query TraceRunRaw($id: ID!) {\n    run(id: $id) {\n      id\n      events: payload(field: EVENTS) {\n        ...TracePayload @unmask\n      }\n      extra: payload(field: EXTRA) {\n        ...TracePayload @unmask\n      }\n      serialized: payload(field: SERIALIZED) {\n        ...TracePayload @unmask\n      }\n    }\n  }\n": types.TraceRunRawDocument,
    "\n  query TracePayloadLink($id: ID!, $field: PayloadField!) {\n    run(id: $id) {\n      id\n      payload(field: $field) {\n        url\n      }\n      media(fields: [$field], searchLarge: true) {\n        sha256\n        mimeType\n        sizeBytes\n        url\n      }\n    }\n  }\n": types.TracePayloadLinkDocument,
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
export function graphql(source: "\n  query Viewer {\n    viewer {\n      permissions\n      user {\n        id\n        name\n        email\n      }\n      workspace {\n        id\n        uuid\n        name\n      }\n      workspaces {\n        id\n        uuid\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      permissions\n      user {\n        id\n        name\n        email\n      }\n      workspace {\n        id\n        uuid\n        name\n      }\n      workspaces {\n        id\n        uuid\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteProjects($nameContains: String) {\n    projects(first: 8, nameContains: $nameContains) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query PaletteProjects($nameContains: String) {\n    projects(first: 8, nameContains: $nameContains) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PastedId($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      traceUuid\n    }\n  }\n"): (typeof documents)["\n  query PastedId($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      traceUuid\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateFirstKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      userErrors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateFirstKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      userErrors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FirstRunProject($name: String!) {\n    project(name: $name) {\n      id\n      runs(first: 1, timeRange: {}) {\n        nodes {\n          id\n          traceUuid\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FirstRunProject($name: String!) {\n    project(name: $name) {\n      id\n      runs(first: 1, timeRange: {}) {\n        nodes {\n          id\n          traceUuid\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FirstRunEvents($projectId: ID!) {\n    runEvents(projectId: $projectId) {\n      __typename\n      eventId\n      run {\n        id\n        traceUuid\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription FirstRunEvents($projectId: ID!) {\n    runEvents(projectId: $projectId) {\n      __typename\n      eventId\n      run {\n        id\n        traceUuid\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n        name\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      project {\n        id\n        name\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProjectRow on Project {\n    id\n    name\n    description\n    createdAt\n  }\n"): (typeof documents)["\n  fragment ProjectRow on Project {\n    id\n    name\n    description\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectList($first: Int!, $after: String, $nameContains: String) {\n    projects(first: $first, after: $after, nameContains: $nameContains) {\n      edges {\n        cursor\n        node {\n          id\n          ...ProjectRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ProjectList($first: Int!, $after: String, $nameContains: String) {\n    projects(first: $first, after: $after, nameContains: $nameContains) {\n      edges {\n        cursor\n        node {\n          id\n          ...ProjectRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunListRow on Run {\n    id\n    uuid\n    traceUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    error\n    inputPreview\n    outputPreview\n    model\n    tags\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n  }\n"): (typeof documents)["\n  fragment RunListRow on Run {\n    id\n    uuid\n    traceUuid\n    name\n    runType\n    status\n    isRoot\n    isPartial\n    startedAt\n    endedAt\n    error\n    inputPreview\n    outputPreview\n    model\n    tags\n    promptTokens\n    completionTokens\n    totalTokens\n    totalCostUsd\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunList(\n    $project: String!\n    $filter: RunFilter\n    $timeRange: TimeRange\n    $first: Int!\n    $after: String\n  ) {\n    project(name: $project) {\n      id\n      uuid\n      name\n      runs(first: $first, after: $after, filter: $filter, timeRange: $timeRange) {\n        nodes {\n          ...RunListRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RunList(\n    $project: String!\n    $filter: RunFilter\n    $timeRange: TimeRange\n    $first: Int!\n    $after: String\n  ) {\n    project(name: $project) {\n      id\n      uuid\n      name\n      runs(first: $first, after: $after, filter: $filter, timeRange: $timeRange) {\n        nodes {\n          ...RunListRow @unmask\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EmptyRuns($project: String!, $scope: RunFilter, $timeRange: TimeRange) {\n    project(name: $project) {\n      id\n      ever: runs(first: 1, timeRange: {}) {\n        nodes {\n          id\n          startedAt\n        }\n      }\n      inRange: runs(first: 1, filter: $scope, timeRange: $timeRange) {\n        nodes {\n          id\n        }\n        count {\n          value\n          precision\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query EmptyRuns($project: String!, $scope: RunFilter, $timeRange: TimeRange) {\n    project(name: $project) {\n      id\n      ever: runs(first: 1, timeRange: {}) {\n        nodes {\n          id\n          startedAt\n        }\n      }\n      inRange: runs(first: 1, filter: $scope, timeRange: $timeRange) {\n        nodes {\n          id\n        }\n        count {\n          value\n          precision\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RunListEvents($projectId: ID!, $filter: RunEventFilter, $after: String) {\n    runEvents(projectId: $projectId, filter: $filter, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...RunListRow @unmask\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription RunListEvents($projectId: ID!, $filter: RunEventFilter, $after: String) {\n    runEvents(projectId: $projectId, filter: $filter, after: $after) {\n      __typename\n      eventId\n      ... on RunChanged {\n        isStored\n      }\n      run {\n        ...RunListRow @unmask\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    displayPrefix\n    scope\n    createdAt\n    createdBy {\n      id\n      name\n    }\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n"): (typeof documents)["\n  fragment ApiKeyRow on ApiKey {\n    id\n    name\n    displayPrefix\n    scope\n    createdAt\n    createdBy {\n      id\n      name\n    }\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeys {\n    viewer {\n      workspace {\n        id\n        apiKeys {\n          id\n          revokedAt\n          expiresAt\n          ...ApiKeyRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApiKeys {\n    viewer {\n      workspace {\n        id\n        apiKeys {\n          id\n          revokedAt\n          expiresAt\n          ...ApiKeyRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      apiKey {\n        id\n      }\n      secret\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      apiKey {\n        id\n      }\n      secret\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment TracePayload on Payload {\n    sizeBytes\n    isTruncated\n    json\n    head\n  }\n"): (typeof documents)["\n  fragment TracePayload on Payload {\n    sizeBytes\n    isTruncated\n    json\n    head\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TraceRunDetails($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      name\n      runType\n      status\n      startedAt\n      endedAt\n      firstTokenAt\n      latencyMs\n      model\n      threadId\n      tags\n      metadata\n      warnings\n      promptTokens\n      completionTokens\n      totalTokens\n      totalCostUsd\n      inputsBytes\n      outputsBytes\n      inputs: payload(field: INPUTS) {\n        ...TracePayload @unmask\n      }\n      outputs: payload(field: OUTPUTS) {\n        ...TracePayload @unmask\n      }\n      errorFull\n      media {\n        sha256\n        mimeType\n        sizeBytes\n        url\n      }\n      attachments {\n        name\n        mimeType\n        sizeBytes\n        url\n      }\n      feedback {\n        uuid\n        key\n        score\n        value\n        comment\n        correction\n        source\n        isError\n        createdAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query TraceRunDetails($id: ID!) {\n    run(id: $id) {\n      id\n      uuid\n      name\n      runType\n      status\n      startedAt\n      endedAt\n      firstTokenAt\n      latencyMs\n      model\n      threadId\n      tags\n      metadata\n      warnings\n      promptTokens\n      completionTokens\n      totalTokens\n      totalCostUsd\n      inputsBytes\n      outputsBytes\n      inputs: payload(field: INPUTS) {\n        ...TracePayload @unmask\n      }\n      outputs: payload(field: OUTPUTS) {\n        ...TracePayload @unmask\n      }\n      errorFull\n      media {\n        sha256\n        mimeType\n        sizeBytes\n        url\n      }\n      attachments {\n        name\n        mimeType\n        sizeBytes\n        url\n      }\n      feedback {\n        uuid\n        key\n        score\n        value\n        comment\n        correction\n        source\n        isError\n        createdAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TraceRunRaw($id: ID!) {\n    run(id: $id) {\n      id\n      events: payload(field: EVENTS) {\n        ...TracePayload @unmask\n      }\n      extra: payload(field: EXTRA) {\n        ...TracePayload @unmask\n      }\n      serialized: payload(field: SERIALIZED) {\n        ...TracePayload @unmask\n      }\n    }\n  }\n"): (typeof documents)["\n  query TraceRunRaw($id: ID!) {\n    run(id: $id) {\n      id\n      events: payload(field: EVENTS) {\n        ...TracePayload @unmask\n      }\n      extra: payload(field: EXTRA) {\n        ...TracePayload @unmask\n      }\n      serialized: payload(field: SERIALIZED) {\n        ...TracePayload @unmask\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TracePayloadLink($id: ID!, $field: PayloadField!) {\n    run(id: $id) {\n      id\n      payload(field: $field) {\n        url\n      }\n      media(fields: [$field], searchLarge: true) {\n        sha256\n        mimeType\n        sizeBytes\n        url\n      }\n    }\n  }\n"): (typeof documents)["\n  query TracePayloadLink($id: ID!, $field: PayloadField!) {\n    run(id: $id) {\n      id\n      payload(field: $field) {\n        url\n      }\n      media(fields: [$field], searchLarge: true) {\n        sha256\n        mimeType\n        sizeBytes\n        url\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;