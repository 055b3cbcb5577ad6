package io.proctemplate.domain.template;

import java.time.Instant;

/**
 * Who made and last changed something, and when.
 *
 * <pre>{@code
 * Stamp stamp = Stamp.created("admin", Instant.parse("2026-03-01T10:20:30.123Z"));
 * }</pre>
 *
 * @param createTime UTC, to the millisecond
 * @param lastTime UTC, to the millisecond; equals {@code createTime} until the first change
 * @since 0.1.0
 */
public record Stamp(String creator, String modifier, Instant createTime, Instant lastTime) {

    /** The stamp of something made by {@code user} at {@code time}. */
    public static Stamp created(String user, Instant time) {
        return new Stamp(user, user, time, time);
    }

    /** This stamp after a change by {@code user} at {@code time}. */
    public Stamp changed(String user, Instant time) {
        return new Stamp(creator, user, createTime, time);
    }
}
