package io.proctemplate.domain.diff;

import static io.proctemplate.domain.Sent.free;
import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.row;
import static io.proctemplate.domain.Sent.spec;
import static io.proctemplate.domain.Sent.specWithRows;
import static io.proctemplate.domain.Sent.templated;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.instance.Worlds;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TemplateDiffTest {
    private static ProcessProperty template(Node.Mapping spec) {
        return ProcessProperty.draft(spec).orThrow();
    }

    private static TemplateDiff diff(Node.Mapping before, Node.Mapping after) {
        return TemplateDiff.between(template(before), template(after));
    }

    @Property(tries = 1000)
    void thereIsNoChangeIfAndOnlyIfTheTemplatesAreEqual(@ForAll long seed, @ForAll boolean same) {
        ProcessProperty before = new Worlds(seed).template();
        ProcessProperty after = same ? new Worlds(seed).template() : new Worlds(seed).variantOf(before);

        assertThat(TemplateDiff.between(before, after).isEmpty()).isEqualTo(before.equals(after));
    }

    @Property(tries = 1000)
    void thePatchMakesTheEarlierTemplateTheLaterOne(@ForAll long seed) {
        Worlds world = new Worlds(seed);
        ProcessProperty before = world.template();
        ProcessProperty after = world.variantOf(before);

        Node patched = before.toNode();
        for (JsonPatch.Operation step :
                TemplateDiff.between(before, after).jsonPatch().operations()) {
            patched = applied(step, patched);
        }

        assertThat(patched).isEqualTo(after.toNode());
    }

    @Property(tries = 300)
    void aTemplateIsReadBackFromItsNode(@ForAll long seed) {
        ProcessProperty template = new Worlds(seed).template();

        assertThat(template(template.toNode())).isEqualTo(template);
    }

    @Test
    void everyChangeIsALineOfText() {
        Node.Mapping before = spec(
                "user", free("root"),
                "timeout", locked(5),
                "work_path", templated("/w", null),
                "bind_info",
                        free(list(
                                row("1", "80", "1"), row("2", "81", "1"), row("3", "82", "1", "enable", free(true)))));
        Node.Mapping after = spec(
                "user", locked("app"),
                "timeout", free(5),
                "bind_info",
                        locked(list(
                                row("3", "82-83", "1", "row_id", 3),
                                row("1", "80", "1", "row_id", 1),
                                row("1", "9", "1", "row_id", 7))));

        assertThat(diff(before, after).text()).isEqualTo("""
                        user: "root" free → "app" locked
                        work_path: "/w" → nothing
                        timeout: 5 locked → 5 free
                        bind_info: rows free → rows locked
                        bind_info row 2: removed, ip "2" locked, port "81" locked, protocol "1" locked
                        bind_info row 3 port: "82" locked → "82-83" locked
                        bind_info row 3 enable: true free → nothing
                        bind_info row 7: added, ip "1" locked, port "9" locked, protocol "1" locked
                        bind_info: rows in the order [1, 3] → [3, 1]
                        """);
        assertThat(diff(before, before).text()).isEmpty();
    }

    @Test
    void aTextStaysOnItsLine() {
        assertThat(diff(spec("user", free("a\nb")), spec("user", free("\u001B[31m")))
                        .text())
                .isEqualTo("user: \"a\\u000ab\" free → \"\\u001b[31m\" free\n");
    }

    @Test
    void noRowsAndNoListOfRowsAreNotTheSame() {
        assertThat(diff(spec(), spec("bind_info", free(list()))).text()).isEqualTo("bind_info: nothing → rows free\n");
        assertThat(diff(spec("bind_info", locked(list())), spec("bind_info", locked(null)))
                        .jsonPatch()
                        .toJson())
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/bind_info/value\",\"value\":null}]");
    }

    @Test
    void aPatchChangesNoMoreThanItMust() {
        Node.Mapping before = specWithRows(row("1", "80", "1"), row("1", "81", "1"), row("1", "82", "1"));
        Node.Mapping after = spec(
                "user",
                locked("a\"b"),
                "bind_info",
                locked(list(
                        row("1", "70", "1", "row_id", 9),
                        row("1", "80", "1", "row_id", 1),
                        row("1", "83", "1", "row_id", 3))));

        assertThat(diff(before, after).jsonPatch().toJson().replace("},{\"op", "},\n{\"op"))
                .isEqualTo("""
                        [{"op":"remove","path":"/bind_info/value/1"},
                        {"op":"replace","path":"/user/value","value":"a\\"b"},
                        {"op":"replace","path":"/user/as_default_value","value":true},
                        {"op":"add","path":"/bind_info/value/0","value":{"row_id":9,\
                        "ip":{"value":"1","as_default_value":true},\
                        "port":{"value":"70","as_default_value":true},\
                        "protocol":{"value":"1","as_default_value":true},\
                        "enable":{"value":null,"as_default_value":null}}},
                        {"op":"replace","path":"/bind_info/value/2/port/value","value":"83"}]""");
        assertThat(diff(before, before).jsonPatch().toJson()).isEqualTo("[]");
    }

    // ---- RFC 6902, as far as it is needed, without the code that wrote the patch

    private static Node applied(JsonPatch.Operation step, Node document) {
        String[] segments = step.path().pointer().substring(1).split("/");
        return applied(step, document, segments, 0);
    }

    private static Node applied(JsonPatch.Operation step, Node document, String[] segments, int depth) {
        boolean last = depth == segments.length - 1;
        if (document instanceof Node.Mapping mapping) {
            Node.Mapping.Builder changed = new Node.Mapping.Builder();
            assertThat(mapping.find(segments[depth])).as(step.toString()).isNotNull();
            for (int i = 0; i < mapping.size(); i++) {
                boolean here = mapping.name(i).equals(segments[depth]);
                Node member = here && !last
                        ? applied(step, mapping.node(i), segments, depth + 1)
                        : here ? step.value() : mapping.node(i);
                changed.put(mapping.name(i), member);
            }
            return changed.build();
        }
        List<Node> items = new ArrayList<>(((Node.Sequence) document).items());
        int index = Integer.parseInt(segments[depth]);
        if (!last) {
            items.set(index, applied(step, items.get(index), segments, depth + 1));
        } else if (step.verb() == JsonPatch.Verb.ADD) {
            items.add(index, step.value());
        } else {
            assertThat(step.verb()).isEqualTo(JsonPatch.Verb.REMOVE);
            items.remove(index);
        }
        return new Node.Sequence(items);
    }
}
