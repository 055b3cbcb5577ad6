package io.proctemplate.domain.template;

import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The items of one batch, all read, with everything that is wrong with any of them. What names an item bears is kept
 * even where the item is faulty, so that one answer can tell about taken names too. Immutable.
 *
 * <pre>{@code
 * DraftBatch batch = DraftBatch.read(
 *         new Scope(2, 7),
 *         SupplierAccounts.DEFAULT,
 *         processes,
 *         Path.root().member("processes"));
 * Violations clashes = batch.clashes(TakenNames.none()); // the second item has the names of the first
 * }</pre>
 *
 * @since 0.1.0
 */
public final class DraftBatch {
    private static final String SPEC = "spec";

    private final Scope scope;
    private final List<Item> items;
    private final Violations violations;
    private final Violations warnings;

    private DraftBatch(Scope scope, List<Item> items, Violations violations, Violations warnings) {
        this.scope = scope;
        this.items = List.copyOf(items);
        this.violations = violations;
        this.warnings = warnings;
    }

    private record Item(
            Path spec,
            @Nullable String processName,
            @Nullable FunctionKey functionKey,
            ProcessTemplate.@Nullable Draft draft) {
        /** Stands for each item that bears no name at all; a hostile batch can have millions of them. */
        static final Item NAMELESS = new Item(Path.root(), null, null, null);
    }

    /**
     * Reads the items of {@code processes}, which stand at {@code at}.
     *
     * @param supplierAccount the account of items that name none
     */
    public static DraftBatch read(Scope scope, String supplierAccount, Node.Sequence processes, Path at) {
        return readAll(
                scope,
                processes,
                (item, place, claims, out) -> readItem(scope, supplierAccount, item, place, claims, out),
                at);
    }

    /**
     * Reads {@code specs}, which stand at {@code at}: the items as in {@link #read}, each without the object around
     * what it specifies.
     *
     * @param supplierAccount the account of items that name none
     */
    public static DraftBatch readSpecs(Scope scope, String supplierAccount, Node.Sequence specs, Path at) {
        return readAll(
                scope,
                specs,
                (spec, place, claims, out) -> {
                    Placement placement = new Placement(scope.businessId(), supplierAccount);
                    return readSpec(scope, placement, spec, place, claims, out.errorCount(), out);
                },
                at);
    }

    private interface ItemReader {
        Item read(Node sent, Path at, PortClaims claims, Violations.Collector out);
    }

    private static DraftBatch readAll(Scope scope, Node.Sequence sent, ItemReader reader, Path at) {
        Violations.Collector out = new Violations.Collector();
        PortClaims claims = new PortClaims();
        List<Item> items = new ArrayList<>(sent.items().size());
        for (int i = 0; i < sent.items().size(); i++) {
            items.add(reader.read(sent.items().get(i), at.item(i), claims, out));
        }
        return new DraftBatch(scope, items, out.errors(), out.warnings());
    }

    /** Reads one item that is the whole document. */
    static DraftBatch readAlone(Scope scope, String supplierAccount, Node item) {
        Violations.Collector out = new Violations.Collector();
        Item read = readItem(scope, supplierAccount, item, Path.root(), new PortClaims(), out);
        return new DraftBatch(scope, List.of(read), out.errors(), out.warnings());
    }

    private static Item readItem(
            Scope scope, String account, Node sent, Path at, PortClaims claims, Violations.Collector out) {
        if (!(sent instanceof Node.Mapping item)) {
            out.error(Violation.wrongType(at, Kind.OBJECT, sent.excerpt()));
            return Item.NAMELESS;
        }
        int before = out.errorCount();
        Placement placement = new Placement(scope.businessId(), account);
        placement.read(item, at, out);
        warnOfUnknownKeys(item, at, out);
        return readSpec(scope, placement, item.find(SPEC), at.member(SPEC), claims, before, out);
    }

    /**
     * Reads the {@code spec} of an item.
     *
     * @param before how many errors there were before the item
     */
    private static Item readSpec(
            Scope scope,
            Placement placement,
            @Nullable Node spec,
            Path specPath,
            PortClaims claims,
            int before,
            Violations.Collector out) {
        if (!(spec instanceof Node.Mapping mapping)) {
            out.error(
                    spec == null || spec == Node.Null.NULL
                            ? Violation.missing(specPath)
                            : Violation.wrongType(specPath, Kind.OBJECT, spec.excerpt()));
            return Item.NAMELESS;
        }
        placement.read(mapping, specPath, out);
        ProcessProperty property = ProcessProperty.draft(mapping, specPath, claims, out);
        boolean valid = out.errorCount() == before;
        FieldSet fields = property.fields();
        return new Item(
                specPath,
                fields.value(Fields.BK_PROCESS_NAME),
                ProcessProperty.functionKeyOf(fields),
                valid ? new ProcessTemplate.Draft(scope, placement.supplierAccount(), property) : null);
    }

    private static void warnOfUnknownKeys(Node.Mapping item, Path at, Violations.Collector out) {
        for (int i = 0; i < item.size(); i++) {
            String name = item.name(i);
            if (!name.equals(SPEC) && !Placement.isKey(name)) {
                out.warning(Violation.unknownKey(at.member(name), name));
            }
        }
    }

    /** Where the templates are to be made. */
    public Scope scope() {
        return scope;
    }

    /** How many items there are. */
    public int size() {
        return items.size();
    }

    /** Everything that is wrong with the items by themselves; what they do to each other is {@link #clashes}. */
    public Violations violations() {
        return violations;
    }

    /** What the sender should know about the items, whatever comes of them. */
    public Violations warnings() {
        return warnings;
    }

    /**
     * The drafts, in the order of the items.
     *
     * @throws IllegalStateException if an item is faulty
     */
    public List<ProcessTemplate.Draft> drafts() {
        if (!violations.isEmpty()) {
            throw new IllegalStateException("drafts of a faulty batch: " + violations);
        }
        return items.stream().map(item -> Objects.requireNonNull(item.draft)).toList();
    }

    /**
     * The process names to look for in the store, those of faulty items too; each once. A name that breaks a rule itself
     * is none of them: nothing stored can bear it, and not every store can even be asked about it.
     */
    public List<String> processNames() {
        return items.stream()
                .map(Item::processName)
                .filter(name -> name != null && Fields.BK_PROCESS_NAME.accepts(name))
                .distinct()
                .toList();
    }

    /** The function keys to look for in the store; see {@link #processNames}. */
    public List<FunctionKey> functionKeys() {
        return items.stream()
                .map(Item::functionKey)
                .filter(key -> key != null && key.isAcceptable())
                .distinct()
                .toList();
    }

    /**
     * Each name and key of an item that a stored template or an earlier item has already: at most one violation for each
     * name and one for each key of an item, the stored holder before the other item.
     */
    public Violations clashes(TakenNames stored) {
        Violations.Collector out = new Violations.Collector();
        Map<String, Path> names = new HashMap<>();
        Map<FunctionKey, Path> functions = new HashMap<>();
        for (Item item : items) {
            report(nameClash(item, stored, names), out);
            report(functionClash(item, stored, functions), out);
        }
        return out.errors();
    }

    private static void report(@Nullable Violation clash, Violations.Collector out) {
        if (clash != null) {
            out.error(clash);
        }
    }

    private static @Nullable Violation nameClash(Item item, TakenNames stored, Map<String, Path> earlier) {
        String name = item.processName;
        if (name == null) {
            return null;
        }
        Path at = valueOf(item.spec, Fields.BK_PROCESS_NAME.name());
        Path first = earlier.putIfAbsent(name, at);
        Long existing = stored.processNames().get(name);
        if (existing != null) {
            return Violation.processNameTaken(at, name, existing);
        }
        return first == null ? null : Violation.processNameTaken(at, name, first);
    }

    private static @Nullable Violation functionClash(Item item, TakenNames stored, Map<FunctionKey, Path> earlier) {
        FunctionKey key = item.functionKey;
        if (key == null) {
            return null;
        }
        Path at = valueOf(item.spec, Fields.BK_FUNC_NAME.name());
        Path first = earlier.putIfAbsent(key, at);
        Long existing = stored.functions().get(key);
        if (existing != null) {
            return Violation.functionTaken(at, key.functionName(), key.startParameter(), existing);
        }
        return first == null ? null : Violation.functionTaken(at, key.functionName(), key.startParameter(), first);
    }

    /** Whether each item's name is held by the id at its place in {@code ids}: then the batch is stored, under these ids. */
    public boolean isHeldBy(List<Long> ids, TakenNames stored) {
        for (int i = 0; i < items.size(); i++) {
            String name = items.get(i).processName;
            if (name == null || !ids.get(i).equals(stored.processNames().get(name))) {
                return false;
            }
        }
        return true;
    }

    private static Path valueOf(Path spec, String field) {
        return spec.member(field).member(TemplatedField.VALUE);
    }
}
