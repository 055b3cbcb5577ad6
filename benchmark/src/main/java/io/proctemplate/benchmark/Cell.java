package io.proctemplate.benchmark;

import java.util.Locale;

/**
 * One way to load a server.
 *
 * @param name what people call it
 * @param batch how many processes a request has
 * @param clients how many connections there are
 * @param requestsPerSecond how many requests are meant to be sent in a second, 0 for a closed loop
 * @param busyAllowed whether the server may say that it has too much to do
 */
record Cell(String name, Workload workload, int batch, int clients, double requestsPerSecond, boolean busyAllowed) {
    static Cell closed(Workload workload, int batch, int clients) {
        return new Cell(nameOf(workload), workload, batch, clients, 0, false);
    }

    static Cell open(Workload workload, int batch, int clients, double requestsPerSecond) {
        String rate = String.format(Locale.ROOT, " at %,.0f/s", requestsPerSecond);
        return new Cell(nameOf(workload) + rate, workload, batch, clients, requestsPerSecond, false);
    }

    boolean isOpen() {
        return requestsPerSecond > 0;
    }

    /** Whether more is sent than can be borne, so that to wait for a free client would be to wait for ever. */
    boolean isFlood() {
        return isOpen() && busyAllowed;
    }

    /** How many templates a request is about. */
    int templates() {
        return workload.templates(batch);
    }

    private static String nameOf(Workload workload) {
        return workload.name().toLowerCase(Locale.ROOT);
    }
}
