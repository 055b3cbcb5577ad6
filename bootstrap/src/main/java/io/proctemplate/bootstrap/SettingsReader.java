package io.proctemplate.bootstrap;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the settings of one start: flags win over the environment, the environment over the file. Every value that is
 * given is looked at, one that another overrides too, and everything that is wrong is told at once. For one use.
 *
 * <p>A flag or a key of the file that is unknown is a mistake of whoever wrote it. A variable of the environment is not:
 * Kubernetes sets several for each service, named after it, so those that are unknown are only noted.
 */
final class SettingsReader {
    private static final int SHOWN_CHARACTERS = 100;

    private final List<String> problems = new ArrayList<>();
    private final List<String> unknownVariables = new ArrayList<>();
    private final Map<Setting<?>, Object> values = new HashMap<>();

    private SettingsReader() {}

    /**
     * The settings that {@code flags}, {@code environment} and the file they name give together.
     *
     * @throws BadSettings if anything is wrong, with all of it
     */
    static Settings read(Flags flags, Map<String, String> environment) {
        SettingsReader reader = new SettingsReader();
        reader.problems.addAll(flags.problems());
        Settings.ALL.forEach(setting -> reader.take(setting, flags.given().get(setting), setting.flag()));
        reader.readEnvironment(environment);
        reader.readFile();
        Settings settings = new Settings(reader.values, reader.unknownVariables);
        if (reader.problems.isEmpty()) {
            reader.problems.addAll(settings.contradictions());
        }
        if (!reader.problems.isEmpty()) {
            throw new BadSettings(reader.problems);
        }
        return settings;
    }

    /** The first source that gives a setting counts; so sources are to be read in the order of their rank. */
    private <T> void take(Setting<T> setting, @Nullable String text, String place) {
        if (text == null) {
            return;
        }
        try {
            values.putIfAbsent(setting, setting.parser().parse(text));
        } catch (IllegalArgumentException e) {
            problems.add(place + ": " + e.getMessage() + (setting.confidential() ? "" : shown(text)));
        }
    }

    private static String shown(String text) {
        return ", not \"" + (text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text) + '"';
    }

    private void readEnvironment(Map<String, String> environment) {
        Map<String, Setting<?>> byName = new HashMap<>();
        Settings.ALL.forEach(setting -> byName.put(setting.environmentName(), setting));
        new TreeMap<>(environment).forEach((name, text) -> {
            Setting<?> setting = byName.get(name);
            if (setting != null) {
                take(setting, text, name);
            } else if (name.startsWith(Setting.ENVIRONMENT_PREFIX)) {
                unknownVariables.add(name);
            }
        });
    }

    private void takeKnown(@Nullable Setting<?> setting, String text, String place) {
        if (setting == null) {
            problems.add(place + ": there is no such setting");
        } else {
            take(setting, text, place);
        }
    }

    private void readFile() {
        String file = Optional.ofNullable(values.get(Settings.CONFIG))
                .map(Object::toString)
                .orElse(Settings.CONFIG.defaultText());
        if (file.isEmpty()) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            new FileKeys(file).load(reader);
        } catch (IOException | InvalidPathException e) {
            problems.add(Settings.CONFIG.flag() + ": cannot read the file \"" + file + "\" ("
                    + e.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException e) {
            problems.add(file + ": is not a properties file (" + e.getMessage() + ")");
        }
    }

    /** Takes each line of the file as it comes: the map that is loaded would forget a key's first value. */
    private final class FileKeys extends Properties {
        private static final long serialVersionUID = 1;
        private final String file;

        FileKeys(String file) {
            this.file = file;
        }

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            String place = file + ": " + key;
            Object before = super.put(key, value);
            if (before != null) {
                problems.add(place + ": is given more than once");
            } else {
                Setting<?> setting = Settings.find(key.toString());
                takeKnown(Settings.CONFIG.equals(setting) ? null : setting, value.toString(), place);
            }
            return before;
        }
    }
}
