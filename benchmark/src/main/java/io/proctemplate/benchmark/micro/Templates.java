package io.proctemplate.benchmark.micro;

import io.proctemplate.benchmark.ProcessText;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.template.SupplierAccounts;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the micro-benchmarks work on: processes as the load sends them. */
public final class Templates {
    static final Scope SCOPE = new Scope(1, 1);
    private static final JsonMapper JSON = new JsonMapper();

    private Templates() {}

    /** The items of a batch of {@code size}. */
    static Node.Sequence items(int size) {
        return new Node.Sequence(
                LongStream.range(0, size).mapToObj(Templates::item).toList());
    }

    private static Node item(long number) {
        return node(JSON.readTree(ProcessText.numbered(Math.toIntExact(number))));
    }

    /** {@code size} templates as a store gives them back. */
    public static List<ProcessTemplate> created(int size) {
        Stamp stamp = Stamp.created("admin", Instant.parse("2026-01-02T03:04:05.678Z"));
        return LongStream.range(0, size)
                .mapToObj(i -> ProcessTemplate.draft(SCOPE, SupplierAccounts.DEFAULT, item(i))
                        .orThrow()
                        .identified(i + 1, stamp))
                .toList();
    }

    private static Node node(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> mapping(json);
            case ARRAY ->
                new Node.Sequence(json.valueStream().map(Templates::node).toList());
            case STRING -> Scalar.of(json.stringValue());
            case NUMBER -> Scalar.of(json.longValue());
            case BOOLEAN -> Scalar.of(json.booleanValue());
            case NULL -> Node.Null.NULL;
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException(json.toString());
        };
    }

    private static Node mapping(JsonNode json) {
        Node.Mapping.Builder members = new Node.Mapping.Builder();
        json.propertyStream().forEach(member -> members.put(member.getKey(), node(member.getValue())));
        return members.build();
    }
}
