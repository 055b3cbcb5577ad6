package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Credentials;
import io.proctemplate.domain.field.Node;

/**
 * What a request brings: the general parameters and, without them, the call's own.
 *
 * @param request where they came from
 * @param face by which they came
 * @param own what the use case reads; no credential is among it
 */
record Parameters(Request request, Face face, Credentials credentials, Node.Mapping own) {}
