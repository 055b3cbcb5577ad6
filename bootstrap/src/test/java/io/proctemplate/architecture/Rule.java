package io.proctemplate.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The rules, by their numbers in the architecture page; each made for the packages of one {@link Layout}. */
enum Rule {
    /** 1 */
    DOMAIN_STANDS_ALONE(layout -> classes()
            .that()
            .resideInAPackage(layout.domain())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(layout.domain(), "java..", "org.jspecify..")),
    /** 1; {@code javax.crypto} is a part of the platform's base module like {@code java..}. */
    APPLICATION_SEES_THE_DOMAIN(layout -> classes()
            .that()
            .resideInAPackage(layout.application())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(layout.application(), layout.domain(), "java..", "javax.crypto..", "org.jspecify..")),
    /** 2 */
    CORE_IS_PURE(layout -> classes()
            .that()
            .resideInAnyPackage(layout.domain(), layout.application())
            .should(Purity.notReachOutOfTheCore())),
    /** 2 */
    CORE_HAS_NO_FRAMEWORK_ANNOTATIONS(layout -> classes()
            .that()
            .resideInAnyPackage(layout.domain(), layout.application())
            .should(Shape.beAnnotatedOnlyFrom("java.lang..", "org.jspecify.."))),
    /** 3 */
    VIOLATION_KNOWS_NO_NEIGHBOUR(layout -> noClasses()
            .that()
            .resideInAPackage(layout.violation())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    layout.field(),
                    layout.template(),
                    layout.access(),
                    layout.audit(),
                    layout.instance(),
                    layout.diff())),
    /** 3 */
    FIELD_KNOWS_ONLY_VIOLATION(layout -> noClasses()
            .that()
            .resideInAPackage(layout.field())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(layout.template(), layout.access(), layout.audit(), layout.instance(), layout.diff())),
    /** 3 */
    TEMPLATE_KNOWS_ONLY_FIELD_AND_VIOLATION(layout -> noClasses()
            .that()
            .resideInAPackage(layout.template())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(layout.access(), layout.audit(), layout.instance(), layout.diff())),
    /** 3; what is made of templates and how they differ are two things, and neither is about rights. */
    INSTANCE_KNOWS_NO_DIFF(layout -> noClasses()
            .that()
            .resideInAPackage(layout.instance())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(layout.access(), layout.audit(), layout.diff())),
    /** 3 */
    DIFF_KNOWS_NO_INSTANCE(layout -> noClasses()
            .that()
            .resideInAPackage(layout.diff())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(layout.access(), layout.audit(), layout.instance())),
    /** 4 */
    API_KNOWS_NEITHER_SPI_NOR_SERVICES(layout -> noClasses()
            .that()
            .resideInAPackage(layout.api())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(layout.spi(), layout.services())),
    /** 4 */
    SPI_KNOWS_NEITHER_API_NOR_SERVICES(layout -> noClasses()
            .that()
            .resideInAPackage(layout.spi())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(layout.api(), layout.services())),
    /** 5 */
    WIRE_SEES_API_AND_JACKSON(layout -> classes()
            .that()
            .resideInAPackage(layout.wire())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    layout.wire(), layout.api(), layout.domain(), "tools.jackson..", "java..", "org.jspecify..")),
    /** 5; what carries the API is an adapter's. */
    WIRE_CARRIES_NOTHING(layout -> noClasses()
            .that()
            .resideInAPackage(layout.wire())
            .should()
            .dependOnClassesThat(Shape.areOfAnyPackageOrNamed(
                    List.of("java.net..", "java.nio.file..", "java.nio.channels..", "java.util.concurrent.."),
                    List.of(
                            "java.io.File",
                            "java.io.FileInputStream",
                            "java.io.FileOutputStream",
                            "java.lang.Thread")))),
    /** 5; {@code org.xnio} is the lower half of Undertow's own API, {@code javax.net.ssl}: ADR 23. */
    HTTP_SEES_API_AND_UNDERTOW(layout -> classes()
            .that()
            .resideInAPackage(layout.http())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    layout.http(),
                    layout.wire(),
                    layout.api(),
                    layout.domain(),
                    "io.undertow..",
                    "org.xnio..",
                    "tools.jackson..",
                    "org.slf4j..",
                    "java..",
                    "javax.net.ssl..",
                    "org.jspecify..")),
    /** 5 */
    CLI_SEES_API_AND_PICOCLI(layout -> classes()
            .that()
            .resideInAPackage(layout.cli())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    layout.cli(),
                    layout.wire(),
                    layout.api(),
                    layout.domain(),
                    "picocli..",
                    "tools.jackson..",
                    "org.snakeyaml.engine..",
                    "java..",
                    "org.jspecify..")),
    /** 5; {@code javax.sql} is the other half of {@code java.sql}. */
    JDBC_SEES_SPI_AND_JDBI(layout -> classes()
            .that()
            .resideInAPackage(layout.jdbc())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    layout.jdbc(),
                    layout.spi(),
                    layout.domain(),
                    "org.jdbi..",
                    "com.zaxxer.hikari..",
                    "org.flywaydb..",
                    "tools.jackson..",
                    "org.slf4j..",
                    "java..",
                    "javax.sql..",
                    "org.jspecify..")),
    /** 5; the client over HTTP is the platform's own. */
    LOGIN_SEES_SPI_AND_JACKSON(layout -> classes()
            .that()
            .resideInAPackage(layout.login())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    layout.login(),
                    layout.spi(),
                    layout.domain(),
                    "io.github.resilience4j..",
                    "tools.jackson..",
                    "org.slf4j..",
                    "java..",
                    "org.jspecify..")),
    /** 5 */
    CACHE_SEES_SPI_AND_CAFFEINE(layout -> classes()
            .that()
            .resideInAPackage(layout.cache())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    layout.cache(), layout.spi(), "com.github.benmanes.caffeine..", "java..", "org.jspecify..")),
    /** 5; it carries words and replies, and knows nothing of what they mean. */
    CONTROL_SEES_THE_PLATFORM_ALONE(layout -> classes()
            .that()
            .resideInAPackage(layout.control())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(layout.control(), "org.slf4j..", "java..", "org.jspecify..")),
    /** 6 */
    ADAPTERS_ARE_STRANGERS(layout ->
            slices().matching(layout.root() + ".adapter.(*)..").should().notDependOnEachOther()),
    /** 6 */
    NOTHING_KNOWS_BOOTSTRAP(layout -> noClasses()
            .that()
            .resideOutsideOfPackage(layout.bootstrap())
            .should()
            .dependOnClassesThat()
            .resideInAPackage(layout.bootstrap())),
    /** 6 */
    ONLY_THE_OBJECT_GRAPH_KNOWS_ADAPTERS(layout -> noClasses()
            .that()
            .resideOutsideOfPackage(layout.adapters())
            .and(Shape.areNotPartOf("Server", "CommandGraph", "AdministrationGraph"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(layout.adapters())),
    /** 7 */
    ADAPTERS_SHOW_ONE_CLASS(layout -> classes()
            .that()
            .resideInAPackage(layout.adapters())
            .should(Shape.shareOnePublicClassAnAdapter(layout.root() + ".adapter."))),
    /** 8 */
    ONLY_TRANSACTIONS_TOUCH_JDBI(layout -> noClasses()
            .that()
            .resideInAPackage(layout.jdbc())
            .and(Shape.areNotPartOf("JdbiUnitOfWork"))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jdbi.v3.core.Jdbi")),
    /** 8 */
    ONLY_THE_EDGE_TOUCHES_EXCHANGES(layout -> noClasses()
            .that()
            .resideInAPackage(layout.http())
            .and(Shape.areNotPartOf("Edge", "RequestTask", "BodyReading", "Transmission"))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.undertow.server.HttpServerExchange")),
    /** 9 */
    NAMES_SAY_WHAT_THINGS_ARE(layout -> noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|VO|Entity|Bean|Port|Model)(\\$.*)?")),
    /** 9 */
    NO_CONTAINER_NO_MOCKS(layout -> noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("lombok..", "org.springframework..", "jakarta..", "org.mockito..")),
    /** 10 */
    DOMAIN_TYPES_ARE_CLOSED(layout ->
            classes().that().resideInAPackage(layout.domain()).should(Shape.beRecordsEnumsInterfacesOrFinal())),
    /** 10; the named classes gather the parts of one thing within one call, for one thread. */
    CORE_FIELDS_ARE_FINAL(layout -> fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(layout.domain(), layout.application())
            .and(Shape.areNotDeclaredIn(Shape.GATHERERS))
            .should()
            .beFinal()),
    /** 10 */
    OPTIONAL_IS_ONLY_RETURNED(layout -> classes().should(Shape.takeAndKeepNoOptional())),
    /** 11 */
    PACKAGES_HAVE_NO_CYCLES(
            layout -> slices().matching(layout.root() + ".(**)").should().beFreeOfCycles()),
    /** 11 */
    EVERY_CLASS_HAS_A_LAYER(
            layout -> classes().should().resideInAnyPackage(layout.layers().toArray(String[]::new)));

    private final Function<Layout, ArchRule> maker;

    Rule(Function<Layout, ArchRule> maker) {
        this.maker = maker;
    }

    /** The rule for the classes below the root of {@code layout}. */
    ArchRule in(Layout layout) {
        return maker.apply(layout);
    }

    /** Where the classes lie that break this rule. */
    Layout fixture() {
        return new Layout(
                "io.proctemplate.fixtures." + name().toLowerCase(Locale.ROOT).replace("_", ""));
    }
}
