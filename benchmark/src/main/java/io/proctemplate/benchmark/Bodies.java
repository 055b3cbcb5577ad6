package io.proctemplate.benchmark;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The bodies of requests. Names have {@link ProcessText#NUMBER} where a number belongs, the service template
 * {@link #SERVICE_TEMPLATE} in place of its id.
 */
final class Bodies {
    /** As wide as an id may be; what a shorter one leaves is filled with blanks. */
    static final String SERVICE_TEMPLATE = "#".repeat(12);
    /** How many templates a list has. */
    static final int LISTED = 200;
    /** The number in the names that are stored beforehand, for duplicates to be found. */
    private static final String TAKEN = "0".repeat(ProcessText.DIGITS);

    private static final String PROCESS_NAME = "\"p" + ProcessText.NUMBER;
    private static final String PORT = "\"port\":{\"value\":\"";
    private static final int FAULTY_IN = 5;

    private Bodies() {}

    static String of(Workload workload, int batch) {
        return switch (workload) {
            case CREATE -> batch(IntStream.range(0, batch).mapToObj(ProcessText::unnumbered));
            case LIST -> list(LISTED);
            case FAULTY -> batch(IntStream.range(0, batch).mapToObj(Bodies::twoInFiveFaulty));
            case DUPLICATE ->
                batch(IntStream.range(0, batch)
                        .mapToObj(i -> i == batch - 1 ? bearingTheTakenName(i) : ProcessText.unnumbered(i)));
        };
    }

    /** A batch of one that takes the name {@link Workload#DUPLICATE} is refused for. */
    static String takingTheName() {
        return batch(Stream.of(ProcessText.unnumbered(0).replace(ProcessText.NUMBER, TAKEN)));
    }

    static String list(int limit) {
        return opened() + "\"page\":{\"start\":0,\"limit\":" + limit + "}}";
    }

    private static String batch(Stream<String> processes) {
        return opened() + processes.collect(Collectors.joining(",", "\"processes\":[", "]}"));
    }

    private static String opened() {
        return "{\"bk_biz_id\":1,\"service_template_id\":" + SERVICE_TEMPLATE + ",";
    }

    /** A blank at the end of a name, a port that is none; the others are fine. */
    private static String twoInFiveFaulty(int index) {
        String process = ProcessText.unnumbered(index);
        return switch (index % FAULTY_IN) {
            case 0 -> process.replace(PROCESS_NAME, PROCESS_NAME + " ");
            case 1 -> process.replace(PORT, PORT + "0");
            default -> process;
        };
    }

    private static String bearingTheTakenName(int index) {
        return ProcessText.unnumbered(index).replace(PROCESS_NAME, "\"p" + TAKEN);
    }
}
