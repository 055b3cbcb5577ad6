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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every field of the catalogue goes from the wire to the disk and back, found by walking the catalogue: a new field goes
 * along without a line here or in any adapter.
 */
class CatalogueJourneyTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

    @Test
    void everyFieldThatIsSentIsKeptAndGivenBackAsItWasSent() {
        Flags flags = Flags.parse("--http-port=0", "--demo", "--db-url=" + url);
        try (Server server = Server.start(SettingsReader.read(flags, Map.of()));
                Database database = Database.open(new Database.Config(url, "sa", "", 1))) {
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
