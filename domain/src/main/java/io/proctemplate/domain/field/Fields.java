package io.proctemplate.domain.field;

import static io.proctemplate.domain.field.Trait.ALWAYS_LOCKED;
import static io.proctemplate.domain.field.Trait.FIXED_AFTER_CREATION;
import static io.proctemplate.domain.field.Trait.LEGACY;
import static io.proctemplate.domain.field.Trait.REQUIRED;

import java.util.List;

/**
 * Every templated field of the API (wire contract, sections 4.1 and 4.2). A new field is one line here: its reading,
 * checking, rendering and storing follow from the line, without a migration. The spelling of names is the API's.
 *
 * <pre>{@code
 * for (Field<?> field : Fields.PROCESS.fields()) {
 *     String help = field.name() + ": " + field.description();
 * }
 * Field<?> timeout = Fields.PROCESS.find("timeout"); // Fields.TIMEOUT
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Fields {
    private Fields() {}

    // spotless:off — one field, one line
    private static final Catalogue.Declaration P = new Catalogue.Declaration();
    public static final Field<String> BK_FUNC_NAME = P.text("bk_func_name", 256, "name of the program, as the process list shows it", REQUIRED, ALWAYS_LOCKED, FIXED_AFTER_CREATION);
    public static final Field<String> BK_PROCESS_NAME = P.text("bk_process_name", 256, "alias shown to people", REQUIRED, ALWAYS_LOCKED);
    public static final Field<String> BK_START_PARAM_REGEX = P.text("bk_start_param_regex", 2000, "pattern of the start parameters that tells processes of one program apart");
    public static final Field<String> DESCRIPTION = P.text("description", 256, "remark for people");
    public static final Field<String> USER = P.text("user", 256, "user the process runs as");
    public static final Field<String> WORK_PATH = P.text("work_path", 2000, "directory the process starts in");
    public static final Field<String> PID_FILE = P.text("pid_file", 2000, "file that holds the process id");
    public static final Field<String> START_CMD = P.text("start_cmd", 2000, "command that starts the process");
    public static final Field<String> STOP_CMD = P.text("stop_cmd", 2000, "command that stops the process");
    public static final Field<String> RESTART_CMD = P.text("restart_cmd", 2000, "command that restarts the process");
    public static final Field<String> FACE_STOP_CMD = P.text("face_stop_cmd", 2000, "command that stops the process by force");
    public static final Field<String> RELOAD_CMD = P.text("reload_cmd", 2000, "command that makes the process read its configuration again");
    public static final Field<String> BK_FUNC_ID = P.text("bk_func_id", 256, "function id", LEGACY);
    public static final Field<Long> PROC_NUM = P.integer("proc_num", 1, 10_000, "number of processes to start");
    public static final Field<Long> PRIORITY = P.integer("priority", -100, 10_000, "start order, smaller first");
    public static final Field<Long> TIMEOUT = P.integer("timeout", 1, 10_000, "seconds an operation may take");
    public static final Field<Long> BK_START_CHECK_SECS = P.integer("bk_start_check_secs", 1, 600, "seconds to wait after the start before the process is checked");
    public static final Field<Long> AUTO_TIME_GAP = P.integer("auto_time_gap", 1, 10_000, "seconds between automatic restarts", LEGACY);
    public static final Field<Boolean> AUTO_START = P.flag("auto_start", "whether the process is started automatically");
    public static final Field<Long> BK_PROCESS_ID = P.integer("bk_process_id", 1, Long.MAX_VALUE, "process id", LEGACY);

    /** The fields of a process. */
    public static final Catalogue PROCESS = P.close();

    private static final Catalogue.Declaration R = new Catalogue.Declaration();
    public static final Field<BindAddress> IP = R.of("ip", ValueType.BIND_ADDRESS, List.of(), "address to bind, a choice resolved on each host");
    public static final Field<Ports> PORT = R.of("port", ValueType.PORTS, List.of(new Constraint.Disjoint()), "ports to bind", REQUIRED);
    public static final Field<Protocol> PROTOCOL = R.of("protocol", ValueType.PROTOCOL, List.of(), "transport protocol", REQUIRED);
    public static final Field<Boolean> ENABLE = R.flag("enable", "whether the ports are bound; none means false on an instance");

    /** The fields of a bind row. */
    public static final Catalogue BIND_ROW = R.close();
    // spotless:on
}
