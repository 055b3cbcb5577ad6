package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** From an empty business to a full one and back, over HTTP. */
class OperatorsDayTest {

    @ParameterizedTest
    @EnumSource(Face.class)
    void leavesNothingBehind(Face face) {
        try (TestServer server = TestServer.start()) {
            Family client = new Family(server, face);
            long root = id(client.data("create_service_category", "\"bk_biz_id\":2,\"name\":\"web\""));
            long leaf = id(client.data(
                    "create_service_category", "\"bk_biz_id\":2,\"name\":\"nginx\",\"bk_parent_id\":" + root));
            long service = id(client.data(
                    "create_service_template", "\"bk_biz_id\":2,\"name\":\"portal\",\"service_category_id\":" + leaf));
            String of = "\"bk_biz_id\":2,\"service_template_id\":" + service;
            String processes = Bodies.list(IntStream.range(0, 100)
                    .mapToObj(i -> Bodies.process("p" + i))
                    .toList());
            JsonNode created = client.data("batch_create_proc_template", of + ",\"processes\":" + processes);
            List<Long> ids = new ArrayList<>();
            (face == Face.ESB ? created.get(0) : created).forEach(id -> ids.add(id.asLong()));
            assertThat(ids).hasSize(100);

            List<Long> read = new ArrayList<>();
            for (int start = 0; start <= 100; start += 30) {
                JsonNode page = client.data(
                        "list_proc_template", of + ",\"page\":{\"start\":%d,\"limit\":30}".formatted(start));
                assertThat(page.get("count").asInt()).isEqualTo(100);
                page.get("info").forEach(template -> read.add(id(template)));
            }
            Collections.reverse(read);
            assertThat(read).isEqualTo(ids);

            String update = "\"bk_biz_id\":2,\"version\":1,\"process_property\":{\"user\":{\"value\":\"www\","
                    + "\"as_default_value\":true}},\"process_template_id\":" + ids.get(0);
            JsonNode updated = client.data("update_proc_template", update);
            assertThat(updated.get("version").asInt()).isEqualTo(2);
            assertThat(updated.at("/property/user/value").asString()).isEqualTo("www");
            assertThat(client.refusal(1199020, "update_proc_template", update)).contains("version 1 ", "version 2 ");
            assertThat(client.data("get_proc_template", "\"process_template_id\":" + ids.get(0)))
                    .isEqualTo(updated);

            client.data("delete_proc_template", "\"bk_biz_id\":2,\"process_templates\":" + ids.subList(0, 10));
            assertThat(count(client, of)).isEqualTo(90);
            client.data("delete_service_template", of);
            assertThat(count(client, of)).isZero();
            assertThat(count(client, "\"bk_biz_id\":2,\"process_template_ids\":" + ids.subList(10, 100)))
                    .isZero();
            client.data("delete_service_category", "\"bk_biz_id\":2,\"id\":" + leaf);
            client.data("delete_service_category", "\"bk_biz_id\":2,\"id\":" + root);
            assertThat(client.data("list_service_category", "\"bk_biz_id\":2")
                            .get("count")
                            .asInt())
                    .as("the built-in ones")
                    .isEqualTo(2);
        }
    }

    private static long id(JsonNode object) {
        return object.get("id").asLong();
    }

    private static int count(Family client, String selector) {
        return client.data("list_proc_template", selector).get("count").asInt();
    }
}
