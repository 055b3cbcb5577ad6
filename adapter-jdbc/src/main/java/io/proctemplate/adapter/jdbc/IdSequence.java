package io.proctemplate.adapter.jdbc;

import io.proctemplate.domain.audit.AuditedType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sequences that ids come from. One may lag behind the ids that are stored: logical replication takes rows along and
 * not sequences, and an operator may set one back. Ids are therefore taken beyond whatever is stored, and where that is
 * ahead of the sequence, beyond what the audit tells of objects that are gone.
 */
enum IdSequence {
    PROCESS_TEMPLATE(TemplateIds.BLOCK, "process_template", audited(AuditedType.PROCESS_TEMPLATE)),
    SERVICE_TEMPLATE(1, "service_template", audited(AuditedType.SERVICE_TEMPLATE)),
    SERVICE_CATEGORY(1, "service_category", audited(AuditedType.SERVICE_CATEGORY)),
    LOGIN(1, "login", ""),
    AUDIT_EVENT(1, "audit_event", "");

    private static final Logger LOG = LoggerFactory.getLogger(IdSequence.class);

    private static final int VALUES_AT_ONCE = 10_000;

    /** Whatever lags further behind than so many times {@link #VALUES_AT_ONCE} values is for an operator to mend. */
    private static final int MOST_TIMES = 1_000;

    private final int increment;
    private final String table;
    private final String greatestAudited;

    IdSequence(int increment, String table, String greatestAudited) {
        this.increment = increment;
        this.table = table;
        this.greatestAudited = greatestAudited;
    }

    private static String audited(AuditedType type) {
        return """
                SELECT MAX(o.object_id)
                FROM audit_event e JOIN audit_object o ON o.bk_biz_id = e.bk_biz_id AND o.event_id = e.id
                WHERE e.object_type = '%s'
                """.formatted(type.wireName());
    }

    private String sqlName() {
        return "seq_" + name().toLowerCase(Locale.ROOT);
    }

    /** A value, greater than every id that is stored. */
    long next(Handle handle, Engine engine) {
        return next(handle, engine, 1, 0).get(0);
    }

    /**
     * Rising values, each greater than {@code above} and than every id that is stored.
     *
     * @throws IllegalStateException if the sequence lags too far behind
     */
    List<Long> next(Handle handle, Engine engine, int count, long above) {
        Taken taken = take(handle, engine, count);
        if (taken.values().get(0) > Math.max(above, taken.stored())) {
            return taken.values();
        }
        long used = Math.max(Math.max(above, taken.stored()), greatestAudited(handle));
        LOG.warn("{} lags behind ids that were given, up to {}: it is moved on", sqlName(), used);
        return beyond(handle, engine, count, used);
    }

    /** By its values alone: to set it would set it back where another server has moved it on meanwhile. */
    private List<Long> beyond(Handle handle, Engine engine, int count, long used) {
        List<Long> values = new ArrayList<>();
        long last = 0;
        for (int times = 0; times < MOST_TIMES && values.size() < count; times++) {
            long lacking = last == 0 ? 1 : (used - last) / increment + count;
            List<Long> taken = take(handle, engine, (int) Math.min(Math.max(lacking, count), VALUES_AT_ONCE))
                    .values();
            taken.stream()
                    .filter(value -> value > used)
                    .limit(count - values.size())
                    .forEach(values::add);
            last = taken.get(taken.size() - 1);
        }
        if (values.size() < count) {
            throw new IllegalStateException(sqlName() + " lags too far behind the greatest id, " + used);
        }
        return values;
    }

    private long greatestAudited(Handle handle) {
        return greatestAudited.isEmpty()
                ? 0
                : handle.createQuery(greatestAudited)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L);
    }

    private record Taken(List<Long> values, long stored) {}

    private Taken take(Handle handle, Engine engine, int count) {
        String sql =
                "SELECT %s AS id, (SELECT MAX(id) FROM %s) AS stored FROM UNNEST(CAST(:wanted AS BIGINT ARRAY)) AS wanted (one)"
                        .formatted(engine.nextValue(sqlName()), table);
        List<long[]> rows = handle.createQuery(sql)
                .bind("wanted", SqlArrays.ofNumbers(Collections.nCopies(count, 0L)))
                .map((row, context) -> new long[] {row.getLong("id"), row.getLong("stored")})
                .list();
        return new Taken(rows.stream().map(row -> row[0]).sorted().toList(), rows.get(0)[1]);
    }
}
