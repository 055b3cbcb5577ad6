package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagsTest {

    @Test
    void theHelpNamesEverySettingWithItsMeaningAndDefault() {
        String help = withoutSpace(Flags.helpText());
        for (Setting<?> setting : Settings.ALL) {
            String byDefault = setting.defaultText().isEmpty() ? "none" : setting.defaultText();
            assertThat(help)
                    .contains(setting.flag())
                    .contains(withoutSpace(setting.description() + ". Default: " + byDefault));
        }
    }

    /** Lines are broken where they happen to be full. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void noSettingIsDeclaredButForgottenInTheList() throws IllegalAccessException {
        List<Field> declared = Arrays.stream(Settings.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Setting.class)
                .toList();
        assertThat(declared).isNotEmpty();
        for (Field field : declared) {
            Setting<?> setting = (Setting<?>) field.get(null);
            assertThat(Settings.find(setting.key())).isSameAs(setting);
            assertThat(setting.environmentName()).isEqualTo("PROCTEMPLATE_" + field.getName());
        }
        assertThat(Settings.ALL).hasSameSizeAs(declared);
    }

    @Test
    void helpAndVersionAreAskedForByTheirFlags() {
        assertThat(Flags.parse("--help").help()).isTrue();
        assertThat(Flags.parse("-h", "--http-port", "x").help()).isTrue();
        assertThat(Flags.parse("--version").version()).isTrue();
        assertThat(Flags.parse().help() || Flags.parse().version()).isFalse();
    }

    @Test
    void theHelpNamesTheCommands() {
        assertThat(Flags.helpText()).contains("\n  validate ", "\n  preview ", "\n  diff ");
    }

    @Test
    void anArgumentThatNamesAFileIsNotReadAsOne() {
        assertThat(Flags.parse("--db-password", "@/etc/passwd").given())
                .containsEntry(Settings.DB_PASSWORD, "@/etc/passwd");
    }

    @Test
    void aValueMayBeQuotedOrHoldAnEqualsSign() {
        assertThat(Flags.parse("--db-password=\"a=b\"").given()).containsEntry(Settings.DB_PASSWORD, "\"a=b\"");
    }
}
