package io.proctemplate.benchmark;

import java.util.Comparator;

/**
 * What was answered to a request, as far as it is counted.
 *
 * @param status the HTTP status, 0 if there was no answer
 * @param code the code in the envelope, -1 if there was none to be found
 */
record Answer(int status, long code) implements Comparable<Answer> {
    static final int OK = 200;
    static final long NO_CODE = -1;
    /** The connection was refused or lost, or what came was no HTTP. */
    static final Answer LOST = new Answer(0, 0);
    /** None came while the round lasted. */
    static final Answer NONE = new Answer(0, 1);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Comparator<Answer> ORDER =
            Comparator.comparingInt(Answer::status).thenComparingLong(Answer::code);

    /** Whether the server said that it has too much to do. */
    boolean isBusy() {
        return status == UNAVAILABLE || status == TOO_MANY_REQUESTS;
    }

    @Override
    public int compareTo(Answer other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        if (equals(LOST)) {
            return "connection lost";
        }
        if (equals(NONE)) {
            return "no answer";
        }
        String what = code == NO_CODE ? "no code" : "code " + code;
        return status == OK ? what : "HTTP " + status + " " + what;
    }
}
