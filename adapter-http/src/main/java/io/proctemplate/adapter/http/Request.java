package io.proctemplate.adapter.http;

import io.proctemplate.domain.audit.RequestId;

/**
 * A request as far as its header tells.
 *
 * @param requestId by which logs and answers name it
 * @param path as sent, not decoded
 * @param query as sent, not decoded, empty if there is none; may hold credentials, so it is not for any log
 * @param startNanos when its header was complete, by {@link System#nanoTime()}
 */
record Request(RequestId requestId, String method, String path, String query, Headers headers, long startNanos) {

    /** The id by which answers name it. */
    String id() {
        return requestId.id();
    }

    /** For the end of a line of the log that names it: the server's own id, where the client chose the other. */
    String serverIdLogged() {
        return requestId.isOfClient() ? " server_request_id=" + requestId.serverId() : "";
    }

    /** Whether it came through the API gateway, whose clients expect the gateway's names in the envelope. */
    boolean cameThroughGateway() {
        return headers.first(Headers.GATEWAY_JWT) != null || headers.first(Headers.GATEWAY_AUTHORIZATION) != null;
    }

    /** The length its body is declared to have, -1 if that is not said. */
    long declaredLength() {
        String declared = headers.first(Headers.CONTENT_LENGTH);
        if (declared == null) {
            return -1;
        }
        try {
            return Long.parseLong(declared.trim());
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
