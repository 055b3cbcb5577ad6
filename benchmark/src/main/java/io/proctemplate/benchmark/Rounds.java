package io.proctemplate.benchmark;

import java.io.IOException;

/** Runs single rounds. */
interface Rounds {
    /**
     * Loads {@code target} as {@code cell} says.
     *
     * @param warm whether the round begins with a warm-up that is not measured
     */
    Result run(Target target, Cell cell, boolean warm) throws IOException;
}
