package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The parameters of the call that reads the audit, and who may use it. */
class AuditListTest {
    private static final String CALL = "audit_list";
    private static final String[] NOBODY = {
        "X-Bkapi-Authorization", "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"nobody\"}"
    };

    private final TestServer server = TestServer.start();
    private final Family client = new Family(server, Face.NATIVE);

    @AfterEach
    void stop() {
        server.close();
    }

    private static String members(String more) {
        return "\"bk_biz_id\":1," + more;
    }

    private void createCategories(int count) {
        IntStream.range(0, count)
                .forEach(i -> client.data(
                        "create_service_category", members("\"name\":\"c" + i + "\""), "X-Request-ID", "r" + i));
    }

    private List<String> requests(JsonNode data) {
        List<String> requests = new ArrayList<>();
        data.get("info").forEach(entry -> requests.add(entry.get("request_id").asString()));
        return requests;
    }

    @Test
    void isNotOnTheEsbFace() {
        assertThat(server.send("POST", Family.esbPath(CALL), Bodies.request("\"bk_biz_id\":1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasNotSaidRestrictsNothing() {
        createCategories(3);
        for (String more : List.of(
                "\"page\":{}",
                "\"page\":null",
                "\"page\":{\"limit\":0}",
                "\"request_id\":\"\",\"user\":\"\",\"app\":null,\"action\":\"\",\"since\":\"\",\"object_ids\":[]")) {
            assertThat(requests(client.data(CALL, members(more)))).as(more).containsExactly("r2", "r1", "r0");
        }
    }

    @Test
    void oldestFirstIfAskedFor() {
        createCategories(3);
        assertThat(requests(client.data(CALL, members("\"page\":{\"sort\":\"id\",\"limit\":2}"))))
                .containsExactly("r0", "r1");
    }

    /** A long audit is not told at once by mistake; the count says that there is more. */
    @Test
    void noLimitIsAThousand() {
        for (int i = 0; i < 11; i++) {
            String name = "b" + i + "-";
            List<String> items = IntStream.range(0, 100)
                    .mapToObj(n -> Bodies.process(name + n))
                    .toList();
            client.data("batch_create_proc_template", members("\"processes\":" + Bodies.list(items)));
        }
        JsonNode data = client.data(CALL, "\"bk_biz_id\":1");
        assertThat(data.get("count").asInt()).isEqualTo(1100);
        assertThat(data.get("info")).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "action":"fly"                              | 1199006 | /action
                    "action":"CREATE"                           | 1199006 | /action
                    "action":1                                  | 1199000 | /action
                    "object_type":"host"                        | 1199006 | /object_type
                    "object_ids":5                              | 1199000 | /object_ids
                    "object_ids":["5"]                          | 1199000 | /object_ids/0
                    "since":"noon"                              | 1199006 | /since
                    "since":"2026-03-01"                        | 1199006 | /since
                    "since":"2026-02-30T08:00:00Z"              | 1199006 | /since
                    "since":"2026-03-01T08:00:00"               | 1199006 | /since
                    "since":1772352000                          | 1199000 | /since
                    "until":"2026-03-01T08:00Z"                 | 1199006 | /until
                    "until":"2026-03-01T08:00:00+0800"          | 1199006 | /until
                    "user":"a\\u0000"                         | 1199006 | /user
                    "request_id":7                              | 1199000 | /request_id
                    "app":[]                                    | 1199000 | /app
                    "page":{"limit":1001}                       | 1199059 | /page/limit
                    "page":{"limit":-1}                         | 1199006 | /page/limit
                    "page":{"start":-1}                         | 1199006 | /page/start
                    "page":{"sort":"time"}                      | 1199006 | /page/sort
                    "bk_biz_id":null                            | 1199010 | /bk_biz_id
                    """)
    void saysWhatIsWrong(String more, int code, String pointer) {
        String members = more.startsWith("\"bk_biz_id") ? more : members(more);
        JsonNode answer = client.call(CALL, members);
        assertThat(answer.get("bk_error_code").asInt()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.at("/errors")).hasSize(1);
    }

    @Test
    void takesTwoHundredIds() {
        String many = IntStream.rangeClosed(1, 201).boxed().toList().toString();
        client.refusal(1199035, CALL, members("\"object_ids\":" + many));
        client.data(CALL, members("\"object_ids\":" + many.replace(", 201", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-01-01T00:00:00Z",
                "2000-01-01t00:00:00.123456789z",
                "2000-01-01T00:00:00.5-17:59",
                "0000-01-01T00:00:00Z"
            })
    void takesTimesWithAnyOffset(String time) {
        createCategories(1);
        assertThat(requests(client.data(CALL, members("\"since\":\"" + time + "\""))))
                .containsExactly("r0");
        assertThat(requests(client.data(CALL, members("\"until\":\"" + time + "\""))))
                .isEmpty();
    }

    @Test
    void unknownKeysAreWarnedOf() {
        JsonNode answer = client.call(CALL, members("\"operator\":\"x\""));
        assertThat(answer.at("/warnings/0/pointer").asString()).isEqualTo("/operator");
    }

    /** Whether there is such a business is told to nobody else. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 99})
    void needsTheRightInTheBusiness(long business) {
        JsonNode answer = client.call(CALL, "\"bk_biz_id\":" + business, NOBODY);
        assertThat(answer.get("code").asInt()).isEqualTo(9900403);
        JsonNode action = answer.at("/permission/actions/0");
        assertThat(action.get("id").asString()).isEqualTo("find_audit_log");
        assertThat(action.at("/related_resource_types/0/instances/0/0/id").asString())
                .isEqualTo(Long.toString(business));
    }

    /** As the other lists answer; what was done in a business outlives it. */
    @Test
    void aBusinessThatIsNotThereHasNone() {
        assertThat(client.data(CALL, "\"bk_biz_id\":99").get("count").asInt()).isZero();
    }
}
