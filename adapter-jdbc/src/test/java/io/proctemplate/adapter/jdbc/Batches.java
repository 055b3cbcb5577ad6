package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.contract.Seeds;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.template.SupplierAccounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Batches as the application creates them. */
final class Batches {
    private static final List<Field<String>> LONGEST = List.of(
            Fields.WORK_PATH,
            Fields.PID_FILE,
            Fields.START_CMD,
            Fields.STOP_CMD,
            Fields.RESTART_CMD,
            Fields.FACE_STOP_CMD,
            Fields.RELOAD_CMD);

    private Batches() {}

    /** A new scope in a business of its own. */
    static Scope newScope(UnitOfWork storage, long businessId) {
        return storage.write(stores -> {
            stores.businesses().addBusiness(businessId, "business");
            return new Scope(businessId, Seeds.serviceTemplate(stores, businessId, "service"));
        });
    }

    /** {@code size} templates with bind rows, their names beginning with {@code prefix}; their ids, none if one is taken. */
    static List<Long> create(UnitOfWork storage, Scope scope, String prefix, int size) {
        return storage.writeAtOnce(stores -> create(stores, scope, prefix, size));
    }

    static List<Long> create(Stores stores, Scope scope, String prefix, int size) {
        return create(stores, scope, prefix, size, "");
    }

    /** With {@code text} in each of the seven fields that hold the longest ones. */
    static List<Long> create(Stores stores, Scope scope, String prefix, int size, String text) {
        List<Long> ids = stores.processTemplates().nextIds(size);
        List<ProcessTemplate> templates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            templates.add(template(ids.get(i), scope, property(prefix + " " + i, text), prefix));
        }
        Survey survey = stores.processTemplates().insertIfClear(templates, event(scope), stores.audit());
        return survey.isClear(scope) ? ids : List.of();
    }

    /** Step by step, as one of many things in a unit. */
    static List<Long> create(ProcessTemplateStore store, Scope scope, String prefix, int size) {
        List<String> names = names(prefix, size);
        Survey survey = store.survey(
                scope,
                names,
                names.stream().map(name -> new FunctionKey(name, "")).toList());
        if (!survey.isClear(scope)) {
            return List.of();
        }
        List<Long> ids = store.nextIds(size);
        store.insert(templates(ids, scope, names, prefix));
        return ids;
    }

    static AuditEvent event(Scope scope) {
        return new AuditEvent(
                Instant.ofEpochMilli(1_795_000_000_000L),
                scope.businessId(),
                RequestId.of("request"),
                "app",
                "user",
                AuditAction.CREATE,
                AuditedType.PROCESS_TEMPLATE);
    }

    static List<String> names(String prefix, int size) {
        return IntStream.range(0, size).mapToObj(i -> prefix + " " + i).toList();
    }

    static List<ProcessTemplate> templates(List<Long> ids, Scope scope, List<String> names, String creator) {
        List<ProcessTemplate> templates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            templates.add(template(ids.get(i), scope, property(names.get(i)), creator));
        }
        return templates;
    }

    private static ProcessTemplate template(long id, Scope scope, ProcessProperty property, String creator) {
        Stamp stamp = Stamp.created(creator, Instant.ofEpochMilli(1_795_000_000_000L));
        return ProcessTemplate.restore(id, scope, SupplierAccounts.DEFAULT, property, stamp, 1);
    }

    /** Something of everything. */
    static ProcessProperty property(String name) {
        return property(name, "");
    }

    private static ProcessProperty property(String name, String text) {
        FieldSet.Builder fields = new FieldSet.Builder(Fields.PROCESS)
                .set(Fields.BK_PROCESS_NAME, TemplatedField.locked(name))
                .set(Fields.BK_FUNC_NAME, TemplatedField.locked(name))
                .set(Fields.WORK_PATH, TemplatedField.locked("/data/bkee"))
                .set(Fields.USER, TemplatedField.free(null))
                .set(Fields.PROC_NUM, TemplatedField.free(2L))
                .set(Fields.AUTO_START, TemplatedField.locked(false));
        if (!text.isEmpty()) {
            LONGEST.forEach(field -> fields.set(field, TemplatedField.locked(text)));
        }
        FieldSet row = new FieldSet.Builder(Fields.BIND_ROW)
                .set(Fields.IP, TemplatedField.locked(BindAddress.ANY_V4))
                .set(Fields.PORT, TemplatedField.locked(Ports.of("80,8080-8090")))
                .set(Fields.PROTOCOL, TemplatedField.locked(Protocol.TCP))
                .build();
        BindRows rows = new BindRows(List.of(new BindRow(1, row), new BindRow(2, row)));
        return ProcessProperty.restore(fields.build(), TemplatedField.locked(rows));
    }
}
