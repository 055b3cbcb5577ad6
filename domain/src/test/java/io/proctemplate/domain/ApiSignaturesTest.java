package io.proctemplate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.Fields;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API as it stands in {@code domain/api.txt}: who changes it changes that file too, and knows it. What it is
 * now is left in {@code target/api.txt}.
 */
class ApiSignaturesTest {
    private static final Path APPROVED = Path.of(System.getProperty("basedir", "."), "api.txt");

    @Test
    void thePublicApiIsTheOneThatWasApproved() throws Exception {
        String actual = signatures().stream().map(line -> plain(line) + "\n").collect(Collectors.joining());
        Files.writeString(Path.of("target", "api.txt"), actual);

        assertThat(actual).isEqualTo(Files.readString(APPROVED));
    }

    private static List<String> signatures() throws Exception {
        Path classes = Path.of(
                Fields.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> signatures = new ArrayList<>();
        for (String name : classNames(classes)) {
            Class<?> type = Class.forName(name);
            if (isShown(type)) {
                signatures.add(header(type));
                members(type).forEach(member -> signatures.add("    " + member));
            }
        }
        return signatures;
    }

    /** Without what is the same everywhere, and without that in which virtual machines spell types differently. */
    private static String plain(String line) {
        return line.replace("@org.jspecify.annotations.Nullable()", "@Nullable")
                .replace("@org.jspecify.annotations.Nullable", "@Nullable")
                .replace("io.proctemplate.domain.", "")
                .replace("java.lang.", "")
                .replace('$', '.');
    }

    private static List<String> classNames(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace(classes.getFileSystem().getSeparator(), "."))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isShown(Class<?> type) {
        Class<?> around = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && (around == null || isShown(around));
    }

    private static String header(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        String parts = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(ApiSignaturesTest::component)
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
        String permitted = type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(Class::getName)
                        .sorted()
                        .collect(Collectors.joining(", ", " permits ", ""))
                : "";
        String interfaces = Arrays.stream(type.getGenericInterfaces())
                .map(implemented -> " is " + implemented.getTypeName())
                .collect(Collectors.joining());
        return kind + " " + type.getName() + variables(type) + parts + interfaces + permitted;
    }

    private static String variables(GenericDeclaration declaration) {
        TypeVariable<?>[] variables = declaration.getTypeParameters();
        return variables.length == 0 ? "" : Arrays.toString(variables);
    }

    private static String component(RecordComponent component) {
        return component.getAnnotatedType() + " " + component.getName();
    }

    /** Sorted, for reflection promises no order. */
    private static TreeSet<String> members(Class<?> type) {
        TreeSet<String> members = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (isShown(field)) {
                members.add(modifiers(field) + field.getAnnotatedType() + " " + field.getName());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isShown(method)) {
                members.add(
                        modifiers(method) + method.getAnnotatedReturnType() + " " + named(method, method.getName()));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isShown(constructor) && !type.isEnum()) {
                members.add(named(constructor, "new"));
            }
        }
        return members;
    }

    private static boolean isShown(Member member) {
        return Modifier.isPublic(member.getModifiers()) && !member.isSynthetic();
    }

    private static String modifiers(Member member) {
        return (Modifier.isStatic(member.getModifiers()) ? "static " : "")
                + (Modifier.isAbstract(member.getModifiers()) ? "abstract " : "");
    }

    private static String named(Executable executable, String name) {
        return name
                + variables(executable)
                + Arrays.stream(executable.getAnnotatedParameterTypes())
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
