package io.proctemplate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What the core keeps away from: it is handed everything that is not a value. */
final class Purity {
    private static final String[] PACKAGES = {
        "java.sql..",
        "java.net..",
        "java.io..",
        "java.nio.file..",
        "java.nio.channels..",
        "java.lang.reflect..",
        "java.lang.invoke..",
        "java.util.concurrent.."
    };
    /** A map that may be shared is a value's place, not a thread. */
    private static final String SHARED_MAP = "java.util.concurrent.ConcurrentHashMap";

    private static final DescribedPredicate<JavaClass> OUTSIDE =
            resideInAnyPackage(PACKAGES).and(not(name(SHARED_MAP)));

    private static final Set<String> TYPES = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.Runtime",
            "java.lang.ProcessBuilder",
            "java.lang.ClassLoader",
            "java.util.Random",
            "java.util.Timer",
            "java.util.UUID",
            "java.util.Date",
            "java.security.SecureRandom");

    private Purity() {}

    static ArchCondition<JavaClass> notReachOutOfTheCore() {
        return new ArchCondition<>("not use " + String.join(", ", PACKAGES)
                + ", threads, reflection, the system's clock, randomness, environment or streams") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (OUTSIDE.test(target) || TYPES.contains(target.getName())) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
                for (JavaAccess<?> access : item.getAccessesFromSelf()) {
                    if (reachesOut(access.getTarget())) {
                        events.add(SimpleConditionEvent.violated(item, access.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean reachesOut(AccessTarget target) {
        String name = target.getName();
        if (name.equals("printStackTrace")) {
            return true;
        }
        return switch (target.getOwner().getName()) {
            case "java.lang.System" -> !name.equals("arraycopy");
            case "java.lang.Class" ->
                name.equals("forName")
                        || name.equals("newInstance")
                        || name.startsWith("getDeclared")
                        || name.startsWith("getMethod")
                        || name.startsWith("getField")
                        || name.startsWith("getResource");
            case "java.lang.Math" -> name.equals("random");
            case "java.time.Clock" -> (name.startsWith("system") || name.startsWith("tick")) && !takesAClock(target);
            default ->
                target.getOwner().getPackageName().equals("java.time") && name.equals("now") && !takesAClock(target);
        };
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }
}
