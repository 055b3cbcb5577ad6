package io.proctemplate.bootstrap;

import java.util.List;

/** Settings that cannot be used; knows everything that is wrong with them, free of secrets. */
final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadSettings(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " settings cannot be used:\n  " + String.join("\n  ", problems));
    }
}
