package io.proctemplate.adapter.http;

import io.proctemplate.wire.Code;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer ready to be sent: the HTTP status, the code its envelope holds, and UTF-8 JSON. */
final class Response {
    /** When to repeat a request that found the server busy. */
    static final int RETRY_AFTER_SECONDS = 1;

    private final int status;
    private final Code code;
    private final List<ByteBuffer> body;
    private final @Nullable FileChannel file;
    private final @Nullable String entityTag;
    private final boolean replayed;

    Response(int status, Code code, ByteBuffer body) {
        this(status, code, body, null);
    }

    Response(int status, Code code, ByteBuffer body, @Nullable String entityTag) {
        this(status, code, List.of(body), null, entityTag, false);
    }

    /** A response whose body is in {@code file} if that is not null, and in {@code body} otherwise. */
    Response(
            int status,
            Code code,
            List<ByteBuffer> body,
            @Nullable FileChannel file,
            @Nullable String entityTag,
            boolean replayed) {
        this.status = status;
        this.code = code;
        this.body = List.copyOf(body);
        this.file = file;
        this.entityTag = entityTag;
        this.replayed = replayed;
    }

    /** Whether it tells of what was done for an earlier request. */
    boolean isReplayed() {
        return replayed;
    }

    /** What names the state of the object that is answered, null if that has no versions. */
    @Nullable
    String entityTag() {
        return entityTag;
    }

    int status() {
        return status;
    }

    Code code() {
        return code;
    }

    /** The file that holds a long body, to be read from its position and closed by the taker; null for a short one. */
    @Nullable
    FileChannel file() {
        return file;
    }

    /** The body in its parts, unless it is in a file; to be read once. */
    ByteBuffer[] body() {
        return body.stream().map(ByteBuffer::duplicate).toArray(ByteBuffer[]::new);
    }

    /** Whether the client is told to come again later. */
    boolean invitesRetry() {
        return status == 503;
    }

    /** The HTTP status for {@code code}: 200 for whatever the API itself says (wire contract, section 1). */
    static int statusOf(Code code) {
        return switch (code) {
            case MALFORMED_REQUEST -> 400;
            case NO_SUCH_CALL -> 404;
            case TOO_SLOW -> 408;
            case BODY_TOO_LARGE -> 413;
            case UNSUPPORTED_CONTENT -> 415;
            case INTERNAL -> 500;
            case BUSY -> 503;
            case OK,
                    NOT_AUTHENTICATED,
                    CALL_NOT_ALLOWED,
                    BAD_AUTHORIZATION_HEADER,
                    WRONG_TYPE,
                    INVALID_PARAMETER,
                    MISSING_PARAMETER,
                    TOO_LONG,
                    READ_FAILED,
                    INSERT_FAILED,
                    UPDATE_FAILED,
                    OUTCOME_UNKNOWN,
                    NOT_FOUND,
                    NAME_TAKEN,
                    PAGE_LIMIT,
                    BUILT_IN,
                    HAS_CHILDREN,
                    IN_USE,
                    PROCESS_TEMPLATES_UNKNOWN,
                    CATEGORY_NAME_TAKEN,
                    NOT_A_LEAF,
                    TOO_MANY,
                    PROCESS_NAME_TAKEN,
                    FUNCTION_TAKEN,
                    FORBIDDEN -> 200;
        };
    }
}
