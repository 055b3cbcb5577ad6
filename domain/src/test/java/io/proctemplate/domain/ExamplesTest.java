package io.proctemplate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.audit.Change;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.diff.JsonPatch;
import io.proctemplate.domain.diff.TemplateChange;
import io.proctemplate.domain.diff.TemplateDiff;
import io.proctemplate.domain.field.AddressFamily;
import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.Choice;
import io.proctemplate.domain.field.Constraint;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.PortRange;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.field.Trait;
import io.proctemplate.domain.field.ValueSet;
import io.proctemplate.domain.field.WhiteSpace;
import io.proctemplate.domain.instance.BoundRow;
import io.proctemplate.domain.instance.Difference;
import io.proctemplate.domain.instance.Drift;
import io.proctemplate.domain.instance.EditableFields;
import io.proctemplate.domain.instance.Effective;
import io.proctemplate.domain.instance.Host;
import io.proctemplate.domain.instance.Instances;
import io.proctemplate.domain.instance.PortConflict;
import io.proctemplate.domain.instance.Process;
import io.proctemplate.domain.instance.SystemdUnit;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.Business;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Revision;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.template.SupplierAccounts;
import io.proctemplate.domain.template.TakenNames;
import io.proctemplate.domain.violation.Data;
import io.proctemplate.domain.violation.Datum;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples of the documentation, run. What stands between the marks is shown there, letter by letter. */
class ExamplesTest {
    /** The template that the examples speak of, as that of ProcessProperty makes it. */
    private final ProcessProperty template = nginx();

    private final Host host = new Host("10.0.0.7", "", "", "");
    private final Process process = Instances.instantiate(template, host);

    private static ProcessProperty nginx() {
        FieldSet row = new FieldSet.Builder(Fields.BIND_ROW)
                .set(Fields.IP, TemplatedField.locked(BindAddress.FIRST_INNER_V4))
                .set(Fields.PORT, TemplatedField.locked(Ports.of("80,443")))
                .set(Fields.PROTOCOL, TemplatedField.locked(Protocol.TCP))
                .build();
        // example ProcessProperty
        FieldSet fields = new FieldSet.Builder(Fields.PROCESS)
                .set(Fields.BK_FUNC_NAME, TemplatedField.locked("nginx"))
                .set(Fields.BK_PROCESS_NAME, TemplatedField.locked("web"))
                .set(Fields.USER, TemplatedField.locked("www"))
                .set(Fields.START_CMD, TemplatedField.free("nginx -g 'daemon off;'"))
                .build();
        BindRows rows = new BindRows(List.of(new BindRow(1, row))); // see BindRow
        ProcessProperty template =
                ProcessProperty.of(fields, TemplatedField.locked(rows)).orThrow();
        // end
        return template;
    }

    @Test
    void business() {
        // example Business
        Business shop = new Business(2, "shop");
        // end

        assertThat(shop.name()).isEqualTo("shop");
        assertThatThrownBy(() -> new Business(0, "none")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bindRow() {
        // example BindRow
        FieldSet fields = new FieldSet.Builder(Fields.BIND_ROW)
                .set(Fields.IP, TemplatedField.locked(BindAddress.FIRST_INNER_V4))
                .set(Fields.PORT, TemplatedField.locked(Ports.of("80,443")))
                .set(Fields.PROTOCOL, TemplatedField.locked(Protocol.TCP))
                .build();
        BindRow row = new BindRow(1, fields);
        // end
        assertThat(template.rows()).containsExactly(row);
    }

    @Test
    void bindRows() {
        BindRow row = template.rows().get(0);
        // example BindRows
        TemplatedField<BindRows> bindInfo = TemplatedField.locked(new BindRows(List.of(row)));
        // end
        assertThat(template.bindInfo()).isEqualTo(bindInfo);
    }

    @Test
    void instances() {
        // example Instances
        Process process = Instances.instantiate(template, new Host("10.0.0.7", "", "", ""));
        Process renamed = new Process(
                process.values().toBuilder().set(Fields.USER, "root").build(), process.rows());
        String drift = Instances.drift(template, renamed, new Host("10.0.0.8", "", "", ""))
                .text();
        // user: locked to "www", is "root"
        // bind_info row 1 ip: locked to "10.0.0.8" (first inner v4), is "10.0.0.7"
        // end
        assertThat(drift).isEqualTo("""
                        user: locked to "www", is "root"
                        bind_info row 1 ip: locked to "10.0.0.8" (first inner v4), is "10.0.0.7"
                        """);
    }

    @Test
    void process() {
        // example Process
        Process process = Instances.instantiate(template, host);
        String user = process.values().get(Fields.USER); // "www"
        BoundRow row = process.rows().get(0);
        // end
        assertThat(user).isEqualTo("www");
        assertThat(row.templateRowId()).isEqualTo(1);
    }

    @Test
    void boundRow() {
        // example BoundRow
        BoundRow row = process.rows().get(0);
        String where = row.address() + ":" + row.values().get(Fields.PORT); // "10.0.0.7:80,443"
        // end
        assertThat(where).isEqualTo("10.0.0.7:80,443");
    }

    @Test
    void host() {
        // example Host
        Host host = new Host("10.0.0.7,10.0.0.8", "", "fd00::7", "");
        String inner = host.resolve(BindAddress.FIRST_INNER_V4); // "10.0.0.7"
        String outer = host.resolve(BindAddress.FIRST_OUTER_V4); // "", the host has none
        // end
        assertThat(inner).isEqualTo("10.0.0.7");
        assertThat(outer).isEmpty();
    }

    @Test
    void drift() {
        // example Drift
        Drift drift = Instances.drift(template, process, host);
        boolean asItShouldBe = drift.isEmpty(); // as Instances.synchronize would change nothing
        // end
        assertThat(asItShouldBe).isTrue();
    }

    @Test
    void difference() {
        Process bare = new Process(process.values(), List.of());
        // example Difference
        List<Difference> differences = Instances.drift(template, bare, host).differences();
        boolean lacksRows = differences.stream().anyMatch(Difference.RowMissing.class::isInstance);
        // end
        assertThat(lacksRows).isTrue();
    }

    @Test
    void editableFields() {
        // example EditableFields
        EditableFields editable = Instances.editableFields(template);
        boolean command = editable.fields().contains(Fields.START_CMD); // true, it is free
        boolean user = editable.fields().contains(Fields.USER); // false, it is locked
        // end
        assertThat(command).isTrue();
        assertThat(user).isFalse();
    }

    @Test
    void effective() {
        // example Effective
        Effective effective = Instances.effective(template, process, host);
        for (Effective.Value value : effective.values()) {
            String line = value.field() + " = " + value.value() + ", " + value.origin();
        }
        // end
        assertThat(effective.values())
                .contains(new Effective.Value(Fields.USER, Scalar.of("www"), Effective.Origin.LOCKED));
    }

    @Test
    void portConflict() {
        // example PortConflict
        List<PortConflict> conflicts = PortConflict.among(List.of(template, template));
        PortRange shared = conflicts.get(0).shared(); // 80
        // end
        assertThat(shared).isEqualTo(new PortRange(80, 80));
    }

    @Test
    void systemdUnit() {
        // example SystemdUnit
        String unit = SystemdUnit.of(process).orThrow();
        // end
        assertThat(unit).contains("ExecStart=/bin/sh -c \"nginx -g 'daemon off;'\"", "User=www");
    }

    @Test
    void templateDiff() {
        ProcessProperty later = ProcessProperty.restore(template.fields(), TemplatedField.unset());
        // example TemplateDiff
        TemplateDiff diff = TemplateDiff.between(template, later);
        String forPeople = diff.text();
        String forMachines = diff.jsonPatch().toJson();
        // end
        assertThat(forPeople).startsWith("bind_info: rows locked → nothing\nbind_info row 1: removed");
        assertThat(forMachines).contains("\"op\":\"replace\",\"path\":\"/bind_info/value\",\"value\":null");
    }

    @Test
    void templateChange() {
        TemplateDiff diff =
                TemplateDiff.between(template, ProcessProperty.restore(template.fields(), TemplatedField.unset()));
        // example TemplateChange
        boolean rowsGone = diff.changes().stream().anyMatch(TemplateChange.RowRemoved.class::isInstance);
        // end
        assertThat(rowsGone).isTrue();
    }

    @Test
    void jsonPatch() {
        TemplateDiff diff = TemplateDiff.between(template, template);
        // example JsonPatch
        JsonPatch patch = diff.jsonPatch();
        String json = patch.toJson(); // applies to the earlier template's toNode()
        // end
        assertThat(json).isEqualTo("[]");
    }

    @Test
    void processTemplate() {
        Node item = new Node.Mapping.Builder().put("spec", template.toNode()).build();
        // example ProcessTemplate
        ProcessTemplate.Draft draft = ProcessTemplate.draft(new Scope(2, 7), SupplierAccounts.DEFAULT, item)
                .orThrow();
        ProcessTemplate created = draft.identified(1, Stamp.created("admin", Instant.EPOCH));
        // end
        assertThat(created.property()).isEqualTo(template);
    }

    @Test
    void draftBatch() {
        Node item = new Node.Mapping.Builder().put("spec", template.toNode()).build();
        Node.Sequence processes = new Node.Sequence(List.of(item, item));
        // example DraftBatch
        DraftBatch batch = DraftBatch.read(
                new Scope(2, 7),
                SupplierAccounts.DEFAULT,
                processes,
                Path.root().member("processes"));
        Violations clashes = batch.clashes(TakenNames.none()); // the second item has the names of the first
        // end
        assertThat(batch.violations()).isEmpty();
        assertThat(clashes).hasSize(2);
    }

    @Test
    void takenNames() {
        // example TakenNames
        TakenNames stored = new TakenNames(Map.of("web", 52L), Map.of(new FunctionKey("nginx", ""), 52L));
        // end
        assertThat(stored.processNames()).containsEntry("web", 52L);
    }

    @Test
    void functionKey() {
        // example FunctionKey
        boolean same = template.functionKey().equals(new FunctionKey("nginx", "")); // no parameter counts as ""
        // end
        assertThat(same).isTrue();
    }

    @Test
    void scope() {
        // example Scope
        Scope ofService = new Scope(2, 7);
        Scope standalone = Scope.standalone(2);
        // end
        assertThat(ofService.isStandalone()).isFalse();
        assertThat(standalone.isStandalone()).isTrue();
    }

    @Test
    void stamp() {
        // example Stamp
        Stamp stamp = Stamp.created("admin", Instant.parse("2026-03-01T10:20:30.123Z"));
        // end
        assertThat(stamp.lastTime()).isEqualTo(stamp.createTime());
    }

    @Test
    void supplierAccounts() {
        // example SupplierAccounts
        Violations.Collector out = new Violations.Collector();
        SupplierAccounts.check("a\nb", Path.root().member("bk_supplier_account"), out); // fine
        SupplierAccounts.check(" 0", Path.root().member("bk_supplier_account"), out); // begins with white space
        // end
        assertThat(out.errorCount()).isEqualTo(1);
    }

    @Test
    void fields() {
        // example Fields
        for (Field<?> field : Fields.PROCESS.fields()) {
            String help = field.name() + ": " + field.description();
        }
        Field<?> timeout = Fields.PROCESS.find("timeout"); // Fields.TIMEOUT
        // end
        assertThat(timeout).isSameAs(Fields.TIMEOUT);
    }

    @Test
    void catalogue() {
        // example Catalogue
        List<String> required = Fields.PROCESS.fields().stream()
                .filter(field -> field.is(Trait.REQUIRED))
                .map(Field::name)
                .toList(); // bk_func_name, bk_process_name
        // end
        assertThat(required).containsExactly("bk_func_name", "bk_process_name");
    }

    @Test
    void trait() {
        // example Trait
        boolean locked = Fields.BK_FUNC_NAME.is(Trait.ALWAYS_LOCKED); // true
        // end
        assertThat(locked).isTrue();
    }

    @Test
    void field() {
        // example Field
        boolean fine = Fields.TIMEOUT.accepts(30L); // true
        boolean tooLong = Fields.TIMEOUT.accepts(10_001L); // false
        // end
        assertThat(fine).isTrue();
        assertThat(tooLong).isFalse();
    }

    @Test
    void constraint() {
        // example Constraint
        Violations.Collector out = new Violations.Collector();
        new Constraint.Range(1, 600).check(0L, Path.root().member("bk_start_check_secs"), out);
        boolean refused = out.errorCount() > 0;
        // end
        assertThat(refused).isTrue();
    }

    @Test
    void fieldSet() {
        // example FieldSet
        FieldSet fields = new FieldSet.Builder(Fields.PROCESS)
                .set(Fields.USER, TemplatedField.locked("www"))
                .build();
        String user = fields.value(Fields.USER); // "www"
        Long timeout = fields.value(Fields.TIMEOUT); // null
        // end
        assertThat(user).isEqualTo("www");
        assertThat(timeout).isNull();
    }

    @Test
    void valueSet() {
        // example ValueSet
        ValueSet values = template.fields().values();
        ValueSet changed = values.toBuilder().set(Fields.TIMEOUT, 30L).build();
        // end
        assertThat(values.get(Fields.TIMEOUT)).isNull();
        assertThat(changed.get(Fields.TIMEOUT)).isEqualTo(30);
    }

    @Test
    void templatedField() {
        // example TemplatedField
        TemplatedField<String> locked = TemplatedField.locked("www"); // every instance has it
        TemplatedField<String> free = TemplatedField.free("www"); // an instance starts with it
        // end
        assertThat(locked.asDefaultValue()).isTrue();
        assertThat(free.asDefaultValue()).isFalse();
    }

    @Test
    void lock() {
        // example Lock
        Lock unsaid = Lock.of(null);
        Boolean flag = Lock.LOCKED.flag(); // true
        // end
        assertThat(unsaid).isEqualTo(Lock.UNSAID);
        assertThat(flag).isTrue();
    }

    @Test
    void scalar() {
        // example Scalar
        Scalar timeout = Scalar.of(30);
        String shown = timeout.fold(text -> text, number -> number + " s", flag -> flag ? "on" : "off"); // "30 s"
        // end
        assertThat(shown).isEqualTo("30 s");
    }

    @Test
    void node() {
        // example Node
        Node.Mapping sent = new Node.Mapping.Builder()
                .put("value", Scalar.of("www"))
                .put("as_default_value", Node.Null.NULL)
                .build();
        Node missing = sent.find("rows"); // null: missing is not the same as Node.Null
        // end
        assertThat(missing).isNull();
        assertThat(sent.find("as_default_value")).isEqualTo(Node.Null.NULL);
    }

    @Test
    void json() {
        // example Json
        String json = Json.of(new Node.Sequence(List.of(Scalar.of("a\"b"), Scalar.of(1)))); // ["a\"b",1]
        // end
        assertThat(json).isEqualTo("[\"a\\\"b\",1]");
    }

    @Test
    void ports() {
        // example Ports
        Ports ports = Ports.of("80,8000-8080");
        boolean shared = ports.overlaps(Ports.of("8080")); // true
        // end
        assertThat(shared).isTrue();
    }

    @Test
    void portRange() {
        // example PortRange
        boolean shared = new PortRange(80, 90).overlaps(new PortRange(90, 99)); // true
        // end
        assertThat(shared).isTrue();
    }

    @Test
    void bindAddress() {
        // example BindAddress
        String wire = BindAddress.LOOPBACK_V4.wire(); // "1"
        // end
        assertThat(wire).isEqualTo("1");
    }

    @Test
    void protocol() {
        // example Protocol
        AddressFamily family = Protocol.TCP6.family(); // IPV6
        // end
        assertThat(family).isEqualTo(AddressFamily.IPV6);
    }

    @Test
    void addressFamily() {
        // example AddressFamily
        Optional<AddressFamily> family = BindAddress.ANY_V4.family(); // IPV4
        // end
        assertThat(family).hasValue(AddressFamily.IPV4);
    }

    @Test
    void choice() {
        // example Choice
        List<String> wires = new ArrayList<>();
        for (Choice protocol : Protocol.values()) {
            wires.add(protocol.wire());
        }
        // end
        assertThat(wires).containsExactly("1", "2", "3", "4");
    }

    @Test
    void path() {
        // example Path
        String pointer = Path.root().member("processes").item(3).member("a/b").pointer(); // "/processes/3/a~1b"
        // end
        assertThat(pointer).isEqualTo("/processes/3/a~1b");
    }

    @Test
    void rule() {
        Violations violations =
                ProcessProperty.draft(new Node.Mapping.Builder().build()).violations();
        // example Rule
        List<Rule> broken = violations.list().stream().map(Violation::rule).toList();
        boolean mistyped = broken.contains(Rule.WRONG_TYPE);
        // end
        assertThat(mistyped).isFalse();
    }

    @Test
    void data() {
        // example Data
        Data data = Data.of(Datum.LIMIT, 256L).with(Datum.ACTUAL, 300L);
        long excess = data.get(Datum.ACTUAL) - data.get(Datum.LIMIT); // 44
        // end
        assertThat(excess).isEqualTo(44);
    }

    @Test
    void datum() {
        // example Datum
        Violation tooLong = Violation.tooLong(Path.root().member("user"), 2, 3, "www");
        long limit = tooLong.get(Datum.LIMIT); // 2
        // end
        assertThat(limit).isEqualTo(2);
    }

    @Test
    void validated() {
        // example Validated
        Validated<ProcessProperty> drafted = ProcessProperty.draft(new Node.Mapping.Builder().build());
        String answer = drafted.fold(
                (property, warnings) -> "fine",
                (violations, warnings) -> violations.list().size() + " faults");
        // end
        assertThat(answer).isEqualTo("2 faults");
    }

    @Test
    void violation() {
        Violations violations =
                ProcessProperty.draft(new Node.Mapping.Builder().build()).violations();
        // example Violation
        for (Violation violation : violations) {
            String line = violation.rule() + " " + violation.path(); // MISSING /bk_func_name/value
        }
        // end
        assertThat(violations.list().get(0).path().pointer()).isEqualTo("/bk_func_name/value");
    }

    @Test
    void violations() {
        // example Violations
        Violations violations =
                ProcessProperty.draft(new Node.Mapping.Builder().build()).violations();
        Violation spokesman = violations.first(); // the one that answers the request
        // end
        assertThat(spokesman.rule()).isEqualTo(Rule.MISSING);
    }

    @Test
    void action() {
        // example Action
        String name = Action.EDIT_BIZ_SERVICE_TEMPLATE.wireName(); // "edit_biz_service_template"
        // end
        assertThat(name).isEqualTo("edit_biz_service_template");
    }

    @Test
    void grant() {
        // example Grant
        Grant grant = new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 2L, null); // anywhere in business 2
        boolean covered = grant.covers(Action.EDIT_BIZ_SERVICE_TEMPLATE, new Scope(2, 57)); // true
        // end
        assertThat(covered).isTrue();
    }

    @Test
    void objectType() {
        // example ObjectType
        ObjectType type = ObjectType.PROCESS_TEMPLATE;
        // end
        assertThat(type).isNotEqualTo(ObjectType.SERVICE_TEMPLATE);
    }

    @Test
    void auditAction() {
        // example AuditAction
        String name = AuditAction.UPDATE.wireName(); // "update"
        // end
        assertThat(name).isEqualTo("update");
    }

    @Test
    void auditedType() {
        // example AuditedType
        String name = AuditedType.PROCESS_TEMPLATE.wireName(); // "process_template"
        // end
        assertThat(name).isEqualTo("process_template");
    }

    @Test
    void requestId() {
        // example RequestId
        RequestId id = new RequestId("deploy-7", "0c5c3c0f0a1b4a7e9d2f6b8e4a7c9d10");
        boolean chosen = id.isOfClient(); // true
        // end
        assertThat(chosen).isTrue();
    }

    @Test
    void audit() {
        // example AuditEvent
        AuditEvent event = new AuditEvent(
                Instant.parse("2026-11-24T08:00:00Z"),
                2,
                RequestId.of("5f1c"),
                "deployer",
                "alice",
                AuditAction.CREATE,
                AuditedType.PROCESS_TEMPLATE);
        // end
        // example AuditEntry
        AuditEntry entry = new AuditEntry(1, event, AuditedObject.of(52, "nginx"));
        // end
        // example AuditedObject
        AuditedObject created = AuditedObject.of(52, "nginx");
        // end
        assertThat(entry).isEqualTo(new AuditEntry(1, event, created));
    }

    @Test
    void auditFilter() {
        // example AuditFilter
        AuditFilter all = AuditFilter.of(2);
        AuditFilter deletions =
                new AuditFilter(2L, null, null, "alice", null, AuditAction.DELETE, null, null, null, null);
        // end
        assertThat(all.businessId()).isEqualTo(deletions.businessId());
    }

    @Test
    void change() {
        // example Change
        Node.Mapping before =
                new Node.Mapping.Builder().put("name", Scalar.of("web")).build();
        Node.Mapping after =
                new Node.Mapping.Builder().put("name", Scalar.of("www")).build();
        List<Change> changes = Change.between(before, after);
        // end
        assertThat(changes).containsExactly(new Change("name", Scalar.of("web"), Scalar.of("www")));
    }

    @Test
    void page() {
        // example Page
        Page<SortField.OfServiceTemplate> first =
                new Page<>(0, 20, List.of(new Page.Order<>(SortField.OfServiceTemplate.ID, true))); // the newest 20
        // end
        assertThat(first.orders().get(0).descending()).isTrue();
    }

    @Test
    void sortField() {
        // example SortField
        String key = SortField.OfProcessTemplate.LAST_TIME.wireName(); // "last_time"
        // end
        assertThat(key).isEqualTo("last_time");
    }

    @Test
    void processTemplateFilter() {
        // example ProcessTemplateFilter
        ProcessTemplateFilter standalone = new ProcessTemplateFilter(2, List.of(Scope.STANDALONE), null);
        // end
        assertThat(standalone.serviceTemplateIds()).containsExactly(0L);
    }

    @Test
    void serviceTemplateFilter() {
        // example ServiceTemplateFilter
        ServiceTemplateFilter web = new ServiceTemplateFilter(2, null, "web", false, null); // "web" in the name
        // end
        assertThat(web.search()).isEqualTo("web");
    }

    @Test
    void serviceTemplate() {
        // example ServiceTemplate
        Violations.Collector out = new Violations.Collector();
        String name = ServiceTemplate.readName(" web ", Path.root().member("name"), out); // "web"
        // end
        assertThat(name).isEqualTo("web");
        assertThat(out.errors().isEmpty()).isTrue();
    }

    @Test
    void serviceCategory() {
        // example ServiceCategory
        Violations.Collector out = new Violations.Collector();
        ServiceCategory.readName("a b", Path.root().member("name"), out); // no blanks: one error
        // end
        assertThat(out.errorCount()).isEqualTo(1);
    }

    @Test
    void revision() {
        ProcessTemplate nginx = ProcessTemplate.restore(
                1, Scope.standalone(2), SupplierAccounts.DEFAULT, template, Stamp.created("me", Instant.EPOCH), 1);
        // example Revision
        Node.Mapping changes =
                new Node.Mapping.Builder().put("user", Node.Null.NULL).build();
        Revision revision = nginx.revise(changes, Path.root());
        boolean faultless = revision.violations().isEmpty(); // true
        // end
        assertThat(faultless).isTrue();
    }

    @Test
    void whiteSpace() {
        // example WhiteSpace
        boolean blank = WhiteSpace.is((char) 0x3000); // the blank of Chinese texts: true
        // end
        assertThat(blank).isTrue();
    }
}
