package io.proctemplate.domain.template;

import java.time.Instant;

/**
 * Who made and last changed something, and when.
 *
 * @param createTime UTC, to the millisecond
 * @param lastTime UTC, to the millisecond; equals {@code createTime} until the first change
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
