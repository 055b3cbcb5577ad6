package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.domain.field.Catalogue;
import io.proctemplate.domain.field.Constraint;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.ProcessTemplate;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every field of the catalogue goes from the wire to the disk and back, found by walking the catalogue: a new field goes
 * along without a line here or in any adapter.
 */
class CatalogueJourneyTest {
    @ParameterizedTest
    @EnumSource
    void everyFieldThatIsSentIsKeptAndGivenBackAsItWasSent(TestedDatabase engine, @TempDir Path directory) {
        Database.Config config = engine.in(directory);
        try (Server server = TestedDatabase.serve(config, "--demo");
                Database database = Database.open(config)) {
            String item = "{\"spec\":{" + json(Fields.PROCESS) + ",\"bind_info\":{\"value\":[{" + json(Fields.BIND_ROW)
                    + "}],\"as_default_value\":true}}}";
            List<Long> ids = Client.ids(new Client(server.port()).create(List.of(item)));
            ProcessTemplate kept = database.unitOfWork()
                    .read(stores -> stores.processTemplates().findByIds(1, ids))
                    .get(0);
            assertThat(sent(kept.property().fields())).isEqualTo(everything(Fields.PROCESS));
            FieldSet row = kept.property().bindInfo().value().rows().get(0).fields();
            assertThat(sent(row)).isEqualTo(everything(Fields.BIND_ROW));
        }
    }

    private static Map<String, Scalar> everything(Catalogue catalogue) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        catalogue.fields().forEach(field -> values.put(field.name(), value(field)));
        return values;
    }

    private static Map<String, Scalar> sent(FieldSet fields) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        fields.forEachSet((name, value, lock) -> {
            assertThat(lock).as(name).isEqualTo(Lock.LOCKED);
            values.put(name, value);
        });
        return values;
    }

    private static String json(Catalogue catalogue) {
        return everything(catalogue).entrySet().stream()
                .map(field -> "\"%s\":{\"value\":%s,\"as_default_value\":true}"
                        .formatted(field.getKey(), literal(field.getValue())))
                .collect(Collectors.joining(","));
    }

    private static String literal(Scalar value) {
        return value.fold(text -> '"' + text + '"', Long::toString, flag -> Boolean.toString(flag));
    }

    /** A value that suits the field: "1" is a text, a port, and a choice of each kind. */
    private static Scalar value(Field<?> field) {
        return switch (field.kind()) {
            case TEXT -> Scalar.of("1");
            case INTEGER ->
                Scalar.of(field.constraints().stream()
                        .filter(Constraint.Range.class::isInstance)
                        .mapToLong(range -> ((Constraint.Range) range).max())
                        .findFirst()
                        .orElse(1));
            case FLAG -> Scalar.of(true);
            case OBJECT, LIST -> throw new AssertionError(field + " is no scalar");
        };
    }
}
