package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.field.Catalogue;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.field.Trait;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was kept comes back as it was, to the last character and the last thing left unsaid. */
public interface RoundTripContract extends StorageUnderTest {
    /** Values to try on every field; each takes those that it can. */
    List<Scalar> SCALARS = Stream.of(
                    Stream.of("", "1", "80,8080-8090", "4", "x", "null", "two words", "汉字", "\uD83D\uDE00 \uD834\uDD1E")
                            .map(Scalar::of),
                    Stream.of("line\nbreak\r\n\ttab", "'single' \"double\" `back` \\ / $1 :name ?", "é", "e\u0301")
                            .map(Scalar::of),
                    Stream.of("\u0001\u007F\u0085\u2028\uFEFF\uFFFF", "{\"value\":[1]}", "x".repeat(2000))
                            .map(Scalar::of),
                    Stream.of(0L, 1L, -100L, 10_000L, Long.MAX_VALUE, Long.MIN_VALUE)
                            .map(Scalar::of),
                    Stream.of(true, false).map(Scalar::of))
            .flatMap(all -> all.map(Scalar.class::cast))
            .toList();

    private static List<Scalar> valuesOf(Catalogue catalogue, Field<?> field) {
        List<Scalar> values = new ArrayList<>();
        for (Scalar scalar : SCALARS) {
            try {
                new FieldSet.Builder(catalogue).restore(field.name(), scalar, Lock.FREE);
                values.add(scalar);
            } catch (IllegalArgumentException e) {
                continue; // not a value of this field
            }
        }
        assertThat(values).as("values for %s", field).isNotEmpty();
        boolean required = catalogue == Fields.PROCESS && field.is(Trait.REQUIRED);
        if (!required) {
            values.add(null);
        }
        return values;
    }

    private static ProcessProperty withBindInfo(String name, TemplatedField<BindRows> bindInfo) {
        return ProcessProperty.restore(Given.fields(name, Given.function(name)).build(), bindInfo);
    }

    private void assertComesBack(Scope scope, List<ProcessProperty> properties) {
        List<ProcessTemplate> kept = Given.keepAll(storage(), scope, properties);

        List<ProcessTemplate> found = Given.found(
                storage(), scope, kept.stream().map(ProcessTemplate::id).toList());

        assertThat(found).isEqualTo(kept);
    }

    @ParameterizedTest
    @EnumSource
    default void givesBackEveryProcessFieldWithEveryKindOfValue(Lock lock) {
        List<ProcessProperty> properties = new ArrayList<>();
        for (Field<?> field : Fields.PROCESS.fields()) {
            List<Scalar> values = valuesOf(Fields.PROCESS, field);
            for (int i = 0; i < values.size(); i++) {
                String name = field + " " + i;
                FieldSet.Builder fields = new FieldSet.Builder(Fields.PROCESS)
                        .set(Fields.BK_PROCESS_NAME, new TemplatedField<>(name, lock))
                        .set(Fields.BK_FUNC_NAME, new TemplatedField<>(name, lock));
                fields.restore(field.name(), values.get(i), lock);
                properties.add(ProcessProperty.restore(fields.build(), TemplatedField.unset()));
            }
        }

        assertComesBack(Given.newScope(storage()), properties);
    }

    @ParameterizedTest
    @EnumSource
    default void givesBackEveryFieldOfABindRowWithEveryKindOfValue(Lock lock) {
        List<BindRow> rows = new ArrayList<>();
        for (Field<?> field : Fields.BIND_ROW.fields()) {
            for (Scalar value : valuesOf(Fields.BIND_ROW, field)) {
                FieldSet.Builder fields = new FieldSet.Builder(Fields.BIND_ROW);
                fields.restore(field.name(), value, lock);
                rows.add(new BindRow(rows.size() + 1, fields.build()));
            }
        }
        rows.add(new BindRow(Long.MAX_VALUE, new FieldSet.Builder(Fields.BIND_ROW).build()));
        Collections.reverse(rows);
        TemplatedField<BindRows> bindInfo = new TemplatedField<>(new BindRows(rows), lock);

        assertComesBack(Given.newScope(storage()), List.of(withBindInfo("a", bindInfo)));
    }

    @Test
    default void tellsMissingNullAndEmptyBindRowsApart() {
        BindRows none = new BindRows(List.of());
        List<ProcessProperty> properties = new ArrayList<>();
        for (Lock lock : Lock.values()) {
            properties.add(withBindInfo("null " + lock, new TemplatedField<>(null, lock)));
            properties.add(withBindInfo("empty " + lock, new TemplatedField<>(none, lock)));
        }

        assertComesBack(Given.newScope(storage()), properties);
    }

    @Test
    default void givesBackAPropertyWithEverythingSetAtOnce() {
        FieldSet.Builder fields = new FieldSet.Builder(Fields.PROCESS);
        Fields.PROCESS.fields().forEach(field -> {
            List<Scalar> values = valuesOf(Fields.PROCESS, field);
            fields.restore(field.name(), values.get(1), Lock.LOCKED);
        });
        FieldSet.Builder row = new FieldSet.Builder(Fields.BIND_ROW);
        Fields.BIND_ROW.fields().forEach(field -> {
            List<Scalar> values = valuesOf(Fields.BIND_ROW, field);
            row.restore(field.name(), values.get(0), Lock.FREE);
        });
        BindRows rows = new BindRows(List.of(new BindRow(7, row.build()), new BindRow(3, row.build())));

        assertComesBack(
                Given.newScope(storage()),
                List.of(ProcessProperty.restore(fields.build(), TemplatedField.locked(rows))));
    }

    /** A document of some megabytes, as a body at its limit may make one. */
    @Test
    default void cutsNothingOff() {
        FieldSet.Builder row = new FieldSet.Builder(Fields.BIND_ROW);
        for (Field<?> field : Fields.BIND_ROW.fields()) {
            row.restore(field.name(), valuesOf(Fields.BIND_ROW, field).get(0), Lock.LOCKED);
        }
        List<BindRow> rows = LongStream.rangeClosed(1, 40_000)
                .mapToObj(id -> new BindRow(id, row.build()))
                .toList();

        assertComesBack(
                Given.newScope(storage()), List.of(withBindInfo("a", TemplatedField.locked(new BindRows(rows)))));
    }

    @ParameterizedTest
    @EnumSource
    default void givesBackWhatStandsBesideTheProperty(Given.ScopeKind kind) {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage, kind);
        Stamp stamp = new Stamp(
                "creator \uD83D\uDE00",
                "modifier 'é'",
                Instant.parse("2026-11-24T01:02:03.004Z"),
                Instant.parse("2031-01-01T00:00:00.999Z"));
        ProcessProperty property = withBindInfo("a", TemplatedField.unset());
        ProcessTemplate kept = storage.write(stores -> {
            long id = stores.processTemplates().nextIds(1).get(0);
            ProcessTemplate template = ProcessTemplate.restore(id, scope, "tencent \"é\"", property, stamp, 17);
            stores.processTemplates().insert(List.of(template));
            return template;
        });

        assertThat(Given.found(storage, scope, List.of(kept.id()))).containsExactly(kept);
    }

    @Test
    default void findsByIdInRisingOrderAndPassesOverWhatIsNotOfTheBusiness() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        Scope elsewhere = Given.newScope(storage);
        List<Long> ids = Given.keepNamed(storage, scope, "z", "m", "a");
        List<Long> others = Given.keepNamed(storage, elsewhere, "z");
        List<Long> asked = Arrays.asList(ids.get(2), others.get(0), Given.unusedId(), ids.get(0), ids.get(2));

        assertThat(Given.found(storage, scope, asked))
                .extracting(ProcessTemplate::id)
                .containsExactly(ids.get(0), ids.get(2));
        assertThat(Given.found(storage, scope, List.of())).isEmpty();
    }

    @Test
    default void keepsABatchOfNothing() {
        assertThat(Given.keepNamed(storage(), Given.newScope(storage()))).isEmpty();
    }
}
