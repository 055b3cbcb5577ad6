package io.proctemplate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions on how single classes are made. */
final class Shape {
    /** The classes of the core that have a state of their own, by the end of their names. */
    static final Set<String> GATHERERS =
            Set.of(".Node$Mapping$Builder", ".Placement", ".BindRows$RowIds", ".Violations$Collector");

    private static final Set<String> OPTIONALS =
            Set.of("java.util.Optional", "java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble");

    private Shape() {}

    /** Neither the top-level classes of these names nor anything within them. */
    static DescribedPredicate<JavaClass> areNotPartOf(String... names) {
        return describe(
                "are not part of " + String.join(", ", names),
                type -> !Set.of(names).contains(outermost(type).getSimpleName()));
    }

    /** Those of the packages, and those of the names. */
    static DescribedPredicate<JavaClass> areOfAnyPackageOrNamed(List<String> packages, List<String> names) {
        return describe(
                "are of any package of " + packages + " or named any of " + names,
                type -> resideInAnyPackage(packages.toArray(String[]::new)).test(type)
                        || names.contains(type.getName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Shape::outermost).orElse(type);
    }

    static DescribedPredicate<JavaMember> areNotDeclaredIn(Set<String> ends) {
        return describe(
                "are not declared in " + ends,
                member -> ends.stream().noneMatch(member.getOwner().getName()::endsWith));
    }

    static ArchCondition<JavaClass> beRecordsEnumsInterfacesOrFinal() {
        return condition("be records, enums, interfaces or final", (type, fault) -> {
            boolean closed = type.isRecord() || type.isEnum() || type.isInterface() || isFinal(type);
            if (!closed && !isPartOfAnEnum(type) && !type.isAnonymousClass()) {
                fault.accept(type.getName() + " can be extended");
            }
        });
    }

    private static boolean isFinal(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL);
    }

    private static boolean isPartOfAnEnum(JavaClass type) {
        return type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
    }

    static ArchCondition<JavaClass> takeAndKeepNoOptional() {
        return condition("take and keep no Optional", (type, fault) -> {
            for (JavaField field : type.getFields()) {
                if (OPTIONALS.contains(field.getRawType().getName())) {
                    fault.accept(field.getFullName() + " keeps an Optional");
                }
            }
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                boolean written = !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
                if (written
                        && unit.getRawParameterTypes().stream()
                                .anyMatch(taken -> OPTIONALS.contains(taken.getName()))) {
                    fault.accept(unit.getFullName() + " takes an Optional");
                }
            }
        });
    }

    static ArchCondition<JavaClass> beAnnotatedOnlyFrom(String... packages) {
        DescribedPredicate<JavaClass> known = resideInAnyPackage(packages);
        return condition("be annotated only from " + Arrays.toString(packages), (type, fault) -> {
            Stream<JavaAnnotation<?>> annotations = Stream.concat(
                    type.getAnnotations().stream(),
                    type.getMembers().stream().flatMap(member -> member.getAnnotations().stream()));
            annotations
                    .filter(annotation -> !known.test(annotation.getRawType()))
                    .forEach(annotation -> fault.accept(annotation.getDescription()));
        });
    }

    /** Each package right below {@code adapters} has one public top-level class, those below it none. */
    static ArchCondition<JavaClass> shareOnePublicClassAnAdapter(String adapters) {
        return new ArchCondition<>("share one public class an adapter") {
            private Map<String, List<JavaClass>> byAdapter = Map.of();

            @Override
            public void init(Collection<JavaClass> all) {
                byAdapter = all.stream()
                        .collect(Collectors.groupingBy(type -> type.getPackageName()
                                .substring(adapters.length())
                                .split("\\.")[0]));
            }

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                // Looked at together, once all are known.
            }

            @Override
            public void finish(ConditionEvents events) {
                byAdapter.forEach((adapter, types) -> {
                    List<String> shown = types.stream()
                            .filter(Shape::isPublicTopLevel)
                            .map(JavaClass::getName)
                            .toList();
                    if (shown.size() != 1) {
                        events.add(SimpleConditionEvent.violated(adapter, adapter + " shows " + shown));
                    }
                });
            }
        };
    }

    private static boolean isPublicTopLevel(JavaClass type) {
        return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static ArchCondition<JavaClass> condition(String description, BiConsumer<JavaClass, FaultSink> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                check.accept(
                        item,
                        fault -> events.add(
                                SimpleConditionEvent.violated(item, fault + " in " + item.getSourceCodeLocation())));
            }
        };
    }

    /** Is told what is wrong with a class. */
    @FunctionalInterface
    interface FaultSink {
        void accept(String fault);
    }
}
