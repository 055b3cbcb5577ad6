package io.proctemplate.adapter.cli;

import io.proctemplate.adapter.cli.Commands.Surroundings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words that name commands; a new one does not compile without the class that carries it out. */
enum Word {
    VALIDATE("Tell everything that is wrong with files of process templates."),
    PREVIEW("Show what process templates would make on hosts."),
    DIFF("Show how the process templates of two files differ."),
    BUSINESS("Add, list and remove businesses.", true),
    APP("Add, list and change the applications that may call.", true),
    USER("Grant, revoke and list the rights of users.", true),
    TOKEN("Issue, list, revoke and prune the login tokens of users.", true),
    AUDIT("List what was done, and who did it.", true);

    private final String summary;
    private final boolean administers;

    Word(String summary) {
        this(summary, false);
    }

    Word(String summary, boolean administers) {
        this.summary = summary;
        this.administers = administers;
    }

    /** Whether the command works on the database. */
    boolean administers() {
        return administers;
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

    /** The command, not run yet, as picocli takes one; what it gives is the status to end with. */
    Object command(Surroundings surroundings) {
        return switch (this) {
            case VALIDATE -> new Validate(surroundings);
            case PREVIEW -> new Preview(surroundings);
            case DIFF -> new Diff(surroundings);
            case BUSINESS -> new BusinessCommands(new Operator(surroundings));
            case APP -> new AppCommands(new Operator(surroundings));
            case USER -> new UserCommands(new Operator(surroundings));
            case TOKEN -> new TokenCommands(new Operator(surroundings));
            case AUDIT -> new AuditCommands(new Operator(surroundings));
        };
    }
}
