package io.proctemplate.benchmark;

/** What is asked of the server over and over, and the one answer that counts as done. */
enum Workload {
    /** A batch of processes with new names. */
    CREATE("batch_create_proc_template", 0),
    /** The first 200 templates of one service template. */
    LIST("list_proc_template", 0),
    /** A batch of which two in five processes are faulty, each in one of two ways. */
    FAULTY("batch_create_proc_template", 1_199_006),
    /** A batch whose last process has a name that a stored one has. */
    DUPLICATE("batch_create_proc_template", 1_113_019);

    private static final String PREFIX = "/api/c/compapi/v2/cc/";

    private final String call;
    private final long expectedCode;

    Workload(String call, long expectedCode) {
        this.call = call;
        this.expectedCode = expectedCode;
    }

    /** The path on a server whose address has none. */
    static String path(String call) {
        return PREFIX + call + "/";
    }

    /** The name of the call. */
    String call() {
        return call;
    }

    boolean isDone(Answer answer) {
        return answer.status() == Answer.OK && answer.code() == expectedCode;
    }

    /** How many templates a request is about that asks for a batch of {@code batch}. */
    int templates(int batch) {
        return switch (this) {
            case CREATE, FAULTY, DUPLICATE -> batch;
            case LIST -> Bodies.LISTED;
        };
    }
}
