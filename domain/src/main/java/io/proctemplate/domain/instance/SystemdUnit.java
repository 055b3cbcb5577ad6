package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;

/**
 * A process as a service of systemd: an example of what can be built on values of the catalogue. Commands are run by
 * {@code /bin/sh}, as people write them for a shell; the process is expected to go into the background if it has a file
 * for its id, and to stay in the foreground if not. Fields without a counterpart (number of processes, start order, the
 * commands to restart and to stop by force, bind rows) are left out, and whether systemd likes a value, such as a
 * relative directory, is its own to say.
 *
 * <pre>{@code
 * String unit = SystemdUnit.of(process).orThrow();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SystemdUnit {
    private static final int LINE_FEED = '\n';
    private static final int CARRIAGE_RETURN = '\r';

    private final Process process;
    private final Violations.Collector out = new Violations.Collector();
    private final StringBuilder text = new StringBuilder();

    private SystemdUnit(Process process) {
        this.process = process;
    }

    /**
     * The text of the unit file. Refused without a command to start, and for a line break in a user, a directory or a
     * file, which the format cannot express.
     */
    public static Validated<String> of(Process process) {
        SystemdUnit unit = new SystemdUnit(process);
        unit.write();
        return unit.out.errorCount() == 0
                ? new Validated.Valid<>(unit.text.toString(), Violations.none())
                : new Validated.Invalid<>(unit.out.errors(), Violations.none());
    }

    private void write() {
        text.append("[Unit]\n");
        String description = value(Fields.DESCRIPTION);
        line("Description", description.isEmpty() ? value(Fields.BK_PROCESS_NAME) : description);
        text.append("\n[Service]\n");
        writeService();
        if (Boolean.TRUE.equals(process.values().get(Fields.AUTO_START))) {
            text.append("\n[Install]\nWantedBy=multi-user.target\n");
        }
    }

    private void writeService() {
        line("Type", value(Fields.PID_FILE).isEmpty() ? "simple" : "forking");
        setting("PIDFile", Fields.PID_FILE);
        setting("User", Fields.USER);
        setting("WorkingDirectory", Fields.WORK_PATH);
        if (value(Fields.START_CMD).isEmpty()) {
            out.error(Violation.missing(Path.root().member(Fields.START_CMD.name())));
        }
        command("ExecStart", Fields.START_CMD);
        command("ExecStop", Fields.STOP_CMD);
        command("ExecReload", Fields.RELOAD_CMD);
        Long gap = process.values().get(Fields.AUTO_TIME_GAP);
        if (gap != null) {
            text.append("Restart=always\nRestartSec=").append(gap).append('\n');
        }
        Long timeout = process.values().get(Fields.TIMEOUT);
        if (timeout != null) {
            text.append("TimeoutSec=").append(timeout).append('\n');
        }
    }

    private String value(Field<String> field) {
        String value = process.values().get(field);
        return value == null ? "" : value;
    }

    /** A setting that takes the rest of its line as it stands; none for an empty value. */
    private void setting(String name, Field<String> field) {
        String value = value(field);
        int lineBreak = value.chars()
                .filter(c -> c == LINE_FEED || c == CARRIAGE_RETURN)
                .findFirst()
                .orElse(-1);
        if (lineBreak >= 0) {
            out.error(Violation.forbiddenCharacter(Path.root().member(field.name()), lineBreak, value));
        } else if (!value.isEmpty()) {
            line(name, value);
        }
    }

    /**
     * A line that ends where it should: a line break in it would begin another setting, a backslash at its end would
     * draw in the next one. The blank behind the backslash is taken off again by systemd.
     */
    private void line(String name, String value) {
        String oneLine = value.replace('\n', ' ').replace('\r', ' ').replace("%", "%%");
        text.append(name).append('=').append(oneLine).append(oneLine.endsWith("\\") ? " \n" : "\n");
    }

    private void command(String name, Field<String> field) {
        String command = value(field);
        if (!command.isEmpty()) {
            text.append(name).append("=/bin/sh -c \"");
            command.chars().forEach(this::appendQuoted);
            text.append("\"\n");
        }
    }

    /** One character of an argument in double quotes, safe from quoting, variables and specifiers of systemd. */
    private void appendQuoted(int c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append((char) c);
            case '$', '%' -> text.append((char) c).append((char) c);
            default -> {
                boolean control = c < ' ' || c == 0x7F;
                text.append(control ? String.format("\\x%02x", c) : String.valueOf((char) c));
            }
        }
    }
}
