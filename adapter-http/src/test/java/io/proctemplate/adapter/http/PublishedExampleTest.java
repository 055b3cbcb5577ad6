package io.proctemplate.adapter.http;

import static io.proctemplate.adapter.http.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.http.HttpServer.IdForm;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PublishedExampleTest {
    private static final String[] ID = {"X-Request-ID", "e43da4ef221746868dc4c837d36f3807"};

    @Test
    void isAnsweredAsPublished() {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> answer = server.post(TestServer.ESB_PATH, Bodies.publishedExample(), ID);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
            assertGolden("example-esb.json", answer.body());
        }
    }

    @Test
    void isAnsweredWithFlatIdsWhereTheSettingSaysSo() {
        try (TestServer server = TestServer.start(TestServer.config(IdForm.FLAT))) {
            assertGolden(
                    "example-esb-flat.json",
                    server.post(TestServer.ESB_PATH, Bodies.publishedExample(), ID)
                            .body());
        }
    }

    @Test
    void isAnsweredWithFlatIdsOnTheNativeFace() {
        try (TestServer server = TestServer.start()) {
            assertGolden(
                    "example-native.json",
                    server.post(TestServer.NATIVE_PATH, Bodies.publishedExample(), ID)
                            .body());
        }
    }

    @Test
    void isAnsweredWithTheGatewaysNamesBehindTheGateway() {
        try (TestServer server = TestServer.start()) {
            assertGolden(
                    "example-native-gateway.json",
                    server.post(TestServer.NATIVE_PATH, Bodies.publishedExample(), "X-Bkapi-JWT", "a.b.c")
                            .body());
        }
    }

    @Test
    void isRefusedTheSecondTimeWithPointersAndTheHolder() {
        try (TestServer server = TestServer.start()) {
            server.post(TestServer.ESB_PATH, Bodies.publishedExample());
            assertGolden(
                    "example-again-esb-en.json",
                    server.post(TestServer.ESB_PATH, Bodies.publishedExample(), ID)
                            .body());
            assertGolden(
                    "example-again-esb-zh.json",
                    server.post(
                                    TestServer.ESB_PATH,
                                    Bodies.publishedExample(),
                                    ID[0],
                                    ID[1],
                                    "Blueking-Language",
                                    "zh-hans")
                            .body());
            assertGolden(
                    "example-again-native-zh.json",
                    server.post(TestServer.NATIVE_PATH, Bodies.publishedExample(), ID)
                            .body());
        }
    }

    @Test
    void emptyBatchGivesAnEmptyListInEveryForm() {
        for (IdForm form : IdForm.values()) {
            try (TestServer server = TestServer.start(TestServer.config(form))) {
                for (String path : List.of(TestServer.ESB_PATH, TestServer.NATIVE_PATH)) {
                    JsonNode answer = server.call(path, Bodies.batch());
                    assertThat(answer.get("result").asBoolean()).isTrue();
                    assertThat(answer.get("data").toString()).isEqualTo("[]");
                }
            }
        }
    }

    @Test
    void hundredProcessesGetRisingIds() {
        try (TestServer server = TestServer.start()) {
            JsonNode answer = server.call(TestServer.ESB_PATH, Bodies.batch(100));
            assertThat(answer.get("message").asString()).isEqualTo("success");
            assertThat(answer.get("data")).hasSize(1);
            List<Long> ids = new ArrayList<>();
            answer.get("data").get(0).forEach(id -> ids.add(id.asLong()));
            assertThat(ids).hasSize(100).isSorted().doesNotHaveDuplicates();
        }
    }
}
