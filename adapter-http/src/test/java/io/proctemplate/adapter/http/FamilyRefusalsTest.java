package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.http.HttpServer.IdForm;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.UnitOfWork;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class FamilyRefusalsTest {
    private static final String LONE_UPDATE =
            "\"bk_biz_id\":1,\"process_template_id\":1,\"process_property\":" + "{\"user\":{\"value\":\"www\"}}";

    private TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private Family client(Face face) {
        return new Family(server, face);
    }

    private static Family with(Family client, int templates) {
        client.data(
                "batch_create_proc_template",
                Bodies.batch(templates)
                        .replace("{" + Bodies.CREDENTIALS + ",", "")
                        .replaceAll("}$", ""));
        return client;
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void whatIsNotThereIsNamed(Face face) {
        Family client = with(client(face), 2);
        assertThat(client.refusal(1199019, "get_proc_template", "\"process_template_id\":99"))
                .contains("99");
        assertThat(client.refusal(
                        1199019, "update_proc_template", LONE_UPDATE.replace("\"bk_biz_id\":1", "\"bk_biz_id\":2")))
                .contains("rocess template 1");
        client.refusal(1199019, "get_service_template", "\"service_template_id\":99");
        client.refusal(1199019, "update_service_template", "\"bk_biz_id\":2,\"id\":1,\"name\":\"x\"");
        client.refusal(1199019, "delete_service_template", "\"bk_biz_id\":2,\"service_template_id\":1");
        client.refusal(1199019, "update_service_category", "\"bk_biz_id\":1,\"id\":99,\"name\":\"x\"");
        client.refusal(1199019, "delete_service_category", "\"bk_biz_id\":1,\"id\":99");
        assertThat(client.refusal(1108014, "delete_proc_template", "\"bk_biz_id\":1,\"process_templates\":[1,77,78]"))
                .contains("77", "78");
        assertThat(client.data("list_proc_template", "\"bk_biz_id\":1,\"service_template_id\":1")
                        .get("count")
                        .asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void takenNamesCarryTheWordThatClientsLookFor(Face face) {
        Family client = client(face);
        assertThat(client.refusal(
                        1199014,
                        "create_service_template",
                        "\"bk_biz_id\":1,\"name\":\"first\",\"service_category_id\":2"))
                .contains("duplicated", "first");
        client.data("create_service_category", "\"bk_biz_id\":1,\"name\":\"web\"");
        assertThat(client.refusal(1113017, "create_service_category", "\"bk_biz_id\":1,\"name\":\"web\""))
                .contains("unique", "web");
        assertThat(client.call("create_service_category", "\"bk_biz_id\":1,\"name\":\"web\"")
                        .at("/errors/0/existing_id")
                        .asInt())
                .isEqualTo(3);
        with(client, 2);
        assertThat(client.refusal(
                        1113019,
                        "update_proc_template",
                        LONE_UPDATE.replace("\"user\":{\"value\":\"www\"}", "\"bk_process_name\":{\"value\":\"p1\"}")))
                .contains("unique", "p1");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void categoriesAreProtectedByWhatTheyAreAndWhatHangsOnThem(Face face) {
        Family client = client(face);
        client.data("create_service_category", "\"bk_biz_id\":1,\"name\":\"web\"");
        client.data("create_service_category", "\"bk_biz_id\":1,\"name\":\"nginx\",\"bk_parent_id\":3");
        client.data("create_service_template", "\"bk_biz_id\":1,\"name\":\"t\",\"service_category_id\":4");
        client.refusal(1199054, "update_service_category", "\"bk_biz_id\":1,\"id\":2,\"name\":\"x\"");
        client.refusal(1199054, "delete_service_category", "\"bk_biz_id\":1,\"id\":2");
        client.refusal(1199055, "delete_service_category", "\"bk_biz_id\":1,\"id\":3");
        client.refusal(1199056, "delete_service_category", "\"bk_biz_id\":1,\"id\":4");
        client.refusal(1113032, "create_service_template", "\"bk_biz_id\":1,\"name\":\"u\",\"service_category_id\":3");
        JsonNode other =
                client.call("create_service_template", "\"bk_biz_id\":2,\"name\":\"u\",\"service_category_id\":4");
        assertThat(other.at("/errors/0/pointer").asString()).isEqualTo("/bk_biz_id");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void listsSayWhatIsWrongWithAPage(Face face) {
        Family client = client(face);
        String list = "\"bk_biz_id\":1,\"service_template_id\":1";
        client.refusal(1199059, "list_proc_template", list + ",\"page\":{\"limit\":1001}");
        client.refusal(1199059, "list_service_template", "\"bk_biz_id\":1");
        client.refusal(1199059, "list_service_template", "\"bk_biz_id\":1,\"page\":{\"limit\":0}");
        assertThat(client.refusal(1199006, "list_proc_template", list + ",\"page\":{\"sort\":\"color\"}"))
                .contains("color", "page.sort");
        assertThat(client.refusal(1199006, "list_proc_template", list + ",\"page\":{\"start\":-1}"))
                .contains("-1");
        assertThat(client.refusal(1199006, "list_proc_template", "\"bk_biz_id\":1"))
                .contains("service_template_id", "process_template_ids");
        client.refusal(1199010, "delete_proc_template", "\"bk_biz_id\":1,\"process_templates\":[]");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void everyFaultOfAnUpdateIsToldWithPointersIntoTheProperty(Face face) {
        JsonNode answer = with(client(face), 1)
                .call(
                        "update_proc_template",
                        LONE_UPDATE.replace(
                                "\"user\":{\"value\":\"www\"}",
                                "\"user\":{\"value\":\" www\"},\"proc_num\":{\"value\":0}"));
        assertThat(answer.get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactlyInAnyOrder("/process_property/user/value", "/process_property/proc_num/value");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void staleVersionIsRefusedNamingBoth(Face face) {
        Family client = with(client(face), 1);
        HttpResponse<String> read = client.send("get_proc_template", "\"process_template_id\":1");
        assertThat(read.headers().firstValue("ETag")).contains("\"1\"");
        HttpResponse<String> updated = client.send("update_proc_template", LONE_UPDATE, "If-Match", "\"1\"");
        assertThat(updated.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(client.refusal(1199020, "update_proc_template", LONE_UPDATE, "If-Match", "\"1\""))
                .contains("version 1 ", "version 2 ");
        assertThat(client.refusal(1199020, "update_proc_template", LONE_UPDATE + ",\"version\":1"))
                .contains("version 1 ", "version 2 ");
        assertThat(client.data("get_proc_template", "\"process_template_id\":1")
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(client.data("update_proc_template", LONE_UPDATE + ",\"version\":2", "If-Match", "\"2\"")
                        .get("version")
                        .asInt())
                .isEqualTo(3);
        assertThat(client.data("update_proc_template", LONE_UPDATE, "If-Match", "*")
                        .get("version")
                        .asInt())
                .isEqualTo(4);
        for (String tag : List.of("4", "W/\"4\"", "\"4\", \"5\"", "\"0\"", "\"four\"", "")) {
            assertThat(client.refusal(1199006, "update_proc_template", LONE_UPDATE, "If-Match", tag))
                    .contains("If-Match");
        }
        client.refusal(1199006, "update_proc_template", LONE_UPDATE + ",\"version\":3", "If-Match", "\"4\"");
        assertThat(client.send("get_service_template", "\"service_template_id\":1")
                        .headers()
                        .firstValue("ETag"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rightsComeBeforeExistence(Face face) {
        UnitOfWork storage = TestServer.seeded();
        storage.write(stores -> {
            stores.access()
                    .addLogin(
                            SecretHash.ofToken("nobody"),
                            new AccessStore.Login("nobody", Instant.now().plusSeconds(3600)));
            return true;
        });
        server.close();
        server = TestServer.start(TestServer.config(IdForm.NESTED), Applications.over(storage, Clock.systemUTC()));
        with(client(face), 1);
        String header = "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_token\":\"nobody\"}";
        String[] nobody = {"X-Bkapi-Authorization", header};
        Family client = new Family(server, Face.ESB);
        String update = "\"bk_biz_id\":1,\"process_property\":{},\"process_template_id\":";
        List<String[]> pairs = List.of(
                new String[] {"update_proc_template", update + "1", update + "99"},
                new String[] {
                    "delete_proc_template",
                    "\"bk_biz_id\":1,\"process_templates\":[1]",
                    "\"bk_biz_id\":1,\"process_templates\":[99]"
                },
                new String[] {
                    "get_proc_template",
                    "\"process_template_id\":1,\"bk_biz_id\":1",
                    "\"process_template_id\":99,\"bk_biz_id\":1"
                });
        for (String[] pair : pairs) {
            assertThat(client.refusal(9900403, pair[0], pair[1], nobody))
                    .isEqualTo(client.refusal(9900403, pair[0], pair[2], nobody));
        }
        assertThat(client.refusal(1199019, "get_proc_template", "\"process_template_id\":1", nobody)
                        .replace("template 1 ", "template 99 "))
                .isEqualTo(client.refusal(1199019, "get_proc_template", "\"process_template_id\":99", nobody));
        client.refusal(9900403, "list_proc_template", "\"bk_biz_id\":1,\"service_template_id\":1", nobody);
        client.refusal(9900403, "list_service_template", "\"bk_biz_id\":1,\"page\":{\"limit\":9}", nobody);
        client.refusal(9900403, "list_service_category", "\"bk_biz_id\":1", nobody);
        client.refusal(9900403, "create_service_category", "\"bk_biz_id\":99,\"name\":\"x\"", nobody);
        client.refusal(9900403, "delete_service_template", "\"bk_biz_id\":1,\"service_template_id\":99", nobody);
    }
}
