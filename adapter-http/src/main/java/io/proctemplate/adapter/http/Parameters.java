package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Credentials;
import io.proctemplate.domain.field.Node;

/**
 * What a request brings: the general parameters and, without them, the call's own.
 *
 * @param own what the use case reads; no credential is among it
 */
record Parameters(Credentials credentials, Node.Mapping own) {}
