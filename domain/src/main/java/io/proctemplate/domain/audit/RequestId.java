package io.proctemplate.domain.audit;

/**
 * What names a request: the id that its client chose, if it did, and the one of the server, which nobody else can choose.
 * What two requests did is told apart by the second even if their clients sent the same id.
 *
 * <pre>{@code
 * RequestId id = new RequestId("deploy-7", "0c5c3c0f0a1b4a7e9d2f6b8e4a7c9d10");
 * boolean chosen = id.isOfClient(); // true
 * }</pre>
 *
 * @param id by which answers and logs name it
 * @param serverId the server's own; empty if it is not known any more
 * @since 0.1.0
 */
public record RequestId(String id, String serverId) {

    /** The id of a request whose client chose none. */
    public static RequestId of(String serverId) {
        return new RequestId(serverId, serverId);
    }

    /** Whether the client chose {@link #id}. */
    public boolean isOfClient() {
        return !id.equals(serverId);
    }
}
