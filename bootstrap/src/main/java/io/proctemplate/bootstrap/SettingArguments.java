package io.proctemplate.bootstrap;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a command on the database, taken apart: flags that say which database, and what is the command's own.
 */
record SettingArguments(List<String> settings, List<String> command) {
    /** What a command is told by flags; it reads all settings from the environment and the file, as the server does. */
    private static final List<Setting<?>> TAKEN =
            List.of(Settings.DB_URL, Settings.DB_USER, Settings.DB_PASSWORD, Settings.CONFIG);

    SettingArguments {
        settings = List.copyOf(settings);
        command = List.copyOf(command);
    }

    static SettingArguments of(String... arguments) {
        List<String> settings = new ArrayList<>();
        List<String> command = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean isSetting = isSetting(arguments[i]);
            (isSetting ? settings : command).add(arguments[i]);
            if (isSetting && !arguments[i].contains("=") && i + 1 < arguments.length) {
                settings.add(arguments[++i]);
            }
        }
        return new SettingArguments(settings, command);
    }

    private static boolean isSetting(String argument) {
        String name = argument.split("=", 2)[0];
        return TAKEN.stream().anyMatch(setting -> setting.flag().equals(name));
    }

    boolean asksForHelp() {
        return command.contains("--help") || command.contains("-h");
    }
}
