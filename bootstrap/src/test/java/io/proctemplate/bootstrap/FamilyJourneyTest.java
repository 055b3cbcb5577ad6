package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.contract.Together;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;

/** The calls around batch create, from the wire to the disk and back. */
@ParameterizedClass
@EnumSource
class FamilyJourneyTest {
    private static final int WRITERS = 16;

    @Parameter
    private TestedDatabase engine;

    @TempDir
    private Path directory;

    private Server server;

    /** The faces of the API: how a call is addressed, and under which names an answer says how it went. */
    enum Face {
        ESB("code", "message"),
        NATIVE("bk_error_code", "bk_error_msg");

        private static final Map<String, String> NATIVE_PATHS = Map.of(
                "create_service_category", "POST /api/v3/create/proc/service_category",
                "create_service_template", "POST /api/v3/create/proc/service_template",
                "batch_create_proc_template", "POST /api/v3/createmany/proc/proc_template",
                "list_proc_template", "POST /api/v3/findmany/proc/proc_template",
                "update_proc_template", "PUT /api/v3/update/proc/proc_template",
                "delete_proc_template", "DELETE /api/v3/deletemany/proc/proc_template",
                "delete_service_template", "DELETE /api/v3/delete/proc/service_template",
                "delete_service_category", "DELETE /api/v3/delete/proc/service_category");

        private final String code;
        private final String message;

        Face(String code, String message) {
            this.code = code;
            this.message = message;
        }

        private String route(String call) {
            return this == ESB ? "POST /api/c/compapi/v2/cc/" + call + "/" : NATIVE_PATHS.get(call);
        }
    }

    /** Calls as the demo data's user in its second business. */
    private record Caller(Client client, Face face) {
        JsonNode call(String call, String parameters) {
            String[] route = face.route(call).split(" ");
            return client.call(route[0], route[1], """
                    {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_token":"xxx","bk_biz_id":2,%s}""".formatted(parameters));
        }

        JsonNode data(String call, String parameters) {
            JsonNode answer = call(call, parameters);
            assertThat(answer.required("result").asBoolean())
                    .as(answer.toString())
                    .isTrue();
            return answer.required("data");
        }

        int count(String selector) {
            return data("list_proc_template", selector).required("count").asInt();
        }
    }

    @BeforeAll
    static void logOnlyWhatGoesWrong() {
        Logging.level(Level.WARN);
    }

    @BeforeEach
    void start() {
        server = TestedDatabase.serve(engine.in(directory), "--demo");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static long id(JsonNode object) {
        return object.required("id").asLong();
    }

    private static String processes(int count) {
        List<String> items =
                IntStream.range(0, count).mapToObj(i -> Client.item("p" + i)).toList();
        return "\"processes\":[" + String.join(",", items) + "]";
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorsDayLeavesNothingBehind(Face face) {
        Caller operator = new Caller(new Client(server.port()), face);
        long root = id(operator.data("create_service_category", "\"name\":\"web\""));
        long leaf = id(operator.data("create_service_category", "\"name\":\"nginx\",\"bk_parent_id\":" + root));
        long service =
                id(operator.data("create_service_template", "\"name\":\"portal\",\"service_category_id\":" + leaf));
        String of = "\"service_template_id\":" + service;
        JsonNode created = operator.data("batch_create_proc_template", of + "," + processes(100));
        List<Long> ids = new ArrayList<>();
        (face == Face.ESB ? created.required(0) : created).forEach(id -> ids.add(id.asLong()));

        List<Long> read = new ArrayList<>();
        for (int start = 0; start <= 100; start += 30) {
            JsonNode page =
                    operator.data("list_proc_template", of + ",\"page\":{\"start\":%d,\"limit\":30}".formatted(start));
            assertThat(page.required("count").asInt()).isEqualTo(100);
            page.required("info").forEach(template -> read.add(id(template)));
        }
        Collections.reverse(read);
        assertThat(read).hasSize(100).isEqualTo(ids);

        String update = "\"process_template_id\":%d,\"version\":1,\"process_property\":{\"user\":{\"value\":\"www\"}}"
                .formatted(ids.get(0));
        assertThat(operator.data("update_proc_template", update)
                        .required("version")
                        .asInt())
                .isEqualTo(2);
        JsonNode stale = operator.call("update_proc_template", update);
        assertThat(stale.required(face.code).asInt()).isEqualTo(1199020);
        assertThat(stale.required(face.message).asString()).contains("1", "2");

        operator.data("delete_proc_template", "\"process_templates\":" + ids.subList(0, 10));
        assertThat(operator.count(of)).isEqualTo(90);
        operator.data("delete_service_template", of);
        assertThat(operator.count(of)).isZero();
        assertThat(operator.count("\"process_template_ids\":" + ids.subList(10, 100)))
                .isZero();
        operator.data("delete_service_category", "\"id\":" + leaf);
        operator.data("delete_service_category", "\"id\":" + root);
    }

    @ParameterizedTest
    @EnumSource
    void noUpdateOfSixteenClientsIsLost(Face face) throws Exception {
        Caller first = new Caller(new Client(server.port()), face);
        JsonNode created = first.data("batch_create_proc_template", processes(1));
        long id = (face == Face.ESB ? created.required(0) : created).required(0).asLong();
        List<Callable<Long>> writers = IntStream.range(0, WRITERS)
                .<Callable<Long>>mapToObj(i -> () -> new Caller(new Client(server.port()), face)
                        .data("update_proc_template", """
                                "process_template_id":%d,"process_property":{"description":{"value":"%d"}}""".formatted(id, i))
                        .required("version")
                        .asLong())
                .toList();

        assertThat(Together.run(writers))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, WRITERS + 1)
                        .mapToObj(Long::valueOf)
                        .toList());
    }
}
