package io.proctemplate.adapter.http;

import io.proctemplate.domain.field.Node;

/**
 * What a request brings beside who sent it.
 *
 * @param request where they came from
 * @param face by which they came
 * @param terms what stands in the query string beside a body: how the call is to be carried out
 * @param own what the use case reads; no credential is among it
 */
record Parameters(Request request, Face face, Node.Mapping terms, Node.Mapping own) {}
