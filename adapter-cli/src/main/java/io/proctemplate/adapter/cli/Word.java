package io.proctemplate.adapter.cli;

import io.proctemplate.adapter.cli.Commands.Surroundings;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The words that name commands; a new one does not compile without the class that carries it out. */
enum Word {
    VALIDATE("Tell everything that is wrong with files of process templates."),
    PREVIEW("Show what process templates would make on hosts."),
    DIFF("Show how the process templates of two files differ.");

    private final String summary;

    Word(String summary) {
        this.summary = summary;
    }

    /** The word as it is typed. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the command is for, in one line. */
    String summary() {
        return summary;
    }

    static @Nullable Word find(String text) {
        for (Word word : values()) {
            if (word.text().equals(text)) {
                return word;
            }
        }
        return null;
    }

    /** The command, not run yet; what it gives is the status to end with. */
    Callable<Integer> command(Surroundings surroundings) {
        return switch (this) {
            case VALIDATE -> new Validate(surroundings);
            case PREVIEW -> new Preview(surroundings);
            case DIFF -> new Diff(surroundings);
        };
    }
}
