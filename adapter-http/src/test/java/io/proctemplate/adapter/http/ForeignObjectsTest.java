package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.http.HttpServer.IdForm;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.Seeds;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.template.ServiceCategory;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What belongs to a business in which a caller has no right at all is, to that caller, like what is not there. */
class ForeignObjectsTest {
    private static final String UNKNOWN = "888888";

    /** Ids are unlike every other number of an answer. */
    private static final int FIRST_ID = 700;

    private final UnitOfWork storage = TestServer.seeded();
    private final TestServer server =
            TestServer.start(TestServer.config(IdForm.NESTED), Applications.over(storage, Clock.systemUTC()));
    private final long serviceTemplate = storage.write(ForeignObjectsTest::seedServiceTemplate);
    private final long category = storage.write(ForeignObjectsTest::seedCategory);
    private final long processTemplate = seedProcessTemplate();

    @AfterEach
    void stop() {
        server.close();
    }

    private static long seedServiceTemplate(Stores stores) {
        LongStream.range(0, FIRST_ID).forEach(id -> stores.serviceTemplates().nextId());
        long theirs = Seeds.serviceTemplate(stores, 2, "theirs");
        stores.access().addGrant("stranger", new Grant(null, 1L, null));
        stores.access().addGrant("narrow", new Grant(null, 1L, 1L));
        stores.access().addGrant("guest", new Grant(null, 1L, null));
        stores.access().addGrant("guest", new Grant(Action.FIND_AUDIT_LOG, 2L, theirs));
        return theirs;
    }

    private static long seedCategory(Stores stores) {
        LongStream.range(0, FIRST_ID).forEach(id -> stores.serviceCategories().nextId());
        long theirs = stores.serviceCategories().nextId();
        stores.serviceCategories()
                .insert(new ServiceCategory(theirs, 2, "theirs", theirs, ServiceCategory.NO_PARENT, "0", false));
        return theirs;
    }

    private long seedProcessTemplate() {
        storage.<List<Long>>write(stores -> stores.processTemplates().nextIds(FIRST_ID));
        String members = "\"bk_biz_id\":2,\"service_template_id\":%d,\"processes\":[%s]"
                .formatted(serviceTemplate, Bodies.process("theirs"));
        return new Family(server, Face.NATIVE)
                .data("batch_create_proc_template", members)
                .get(0)
                .asLong();
    }

    /** Requests of {@code call} that name a thing; ST, SC and PT stand for its id. */
    private static List<String> naming(Call call) {
        return switch (call) {
            case BATCH_CREATE_PROC_TEMPLATE ->
                List.of(
                        "\"bk_biz_id\":1,\"service_template_id\":ST,\"processes\":[]",
                        "\"bk_biz_id\":99,\"service_template_id\":ST,\"processes\":[]",
                        "\"bk_biz_id\":1,\"service_template_id\":ST,\"processes\":[" + Bodies.process("a") + "]",
                        "\"bk_biz_id\":1,\"service_template_id\":ST,\"dry_run\":true,\"processes\":["
                                + Bodies.process("theirs") + "]");
            case UPDATE_PROC_TEMPLATE ->
                List.of(
                        "\"bk_biz_id\":1,\"process_template_id\":PT,\"process_property\":{}",
                        "\"bk_biz_id\":2,\"process_template_id\":PT,\"process_property\":{}");
            case DELETE_PROC_TEMPLATE ->
                List.of("\"bk_biz_id\":1,\"process_templates\":[PT]", "\"bk_biz_id\":2,\"process_templates\":[PT]");
            case GET_PROC_TEMPLATE ->
                List.of(
                        "\"process_template_id\":PT",
                        "\"process_template_id\":PT,\"bk_biz_id\":1",
                        "\"process_template_id\":PT,\"bk_biz_id\":2");
            case LIST_PROC_TEMPLATE ->
                List.of(
                        "\"bk_biz_id\":1,\"service_template_id\":ST",
                        "\"bk_biz_id\":1,\"process_template_ids\":[PT]",
                        "\"bk_biz_id\":2,\"process_template_ids\":[PT]");
            case CREATE_SERVICE_TEMPLATE ->
                List.of(
                        "\"bk_biz_id\":1,\"name\":\"theirs\",\"service_category_id\":SC",
                        "\"bk_biz_id\":99,\"name\":\"theirs\",\"service_category_id\":SC");
            case UPDATE_SERVICE_TEMPLATE ->
                List.of(
                        "\"bk_biz_id\":1,\"id\":ST,\"name\":\"x\"",
                        "\"bk_biz_id\":2,\"id\":ST,\"name\":\"x\"",
                        "\"bk_biz_id\":1,\"id\":1,\"service_category_id\":SC");
            case GET_SERVICE_TEMPLATE -> List.of("\"service_template_id\":ST");
            case LIST_SERVICE_TEMPLATE ->
                List.of(
                        "\"bk_biz_id\":1,\"page\":{\"limit\":5},\"service_category_id\":SC",
                        "\"bk_biz_id\":1,\"page\":{\"limit\":5},\"service_template_ids\":[ST]");
            case DELETE_SERVICE_TEMPLATE ->
                List.of("\"bk_biz_id\":1,\"service_template_id\":ST", "\"bk_biz_id\":2,\"service_template_id\":ST");
            case LIST_SERVICE_CATEGORY -> List.of("\"bk_biz_id\":1");
            case CREATE_SERVICE_CATEGORY -> List.of("\"bk_biz_id\":1,\"name\":\"theirs\",\"bk_parent_id\":SC");
            case UPDATE_SERVICE_CATEGORY ->
                List.of("\"bk_biz_id\":1,\"id\":SC,\"name\":\"x\"", "\"bk_biz_id\":2,\"id\":SC,\"name\":\"x\"");
            case DELETE_SERVICE_CATEGORY -> List.of("\"bk_biz_id\":1,\"id\":SC", "\"bk_biz_id\":2,\"id\":SC");
            case AUDIT_LIST -> List.of("\"bk_biz_id\":1,\"object_ids\":[ST,SC,PT]");
        };
    }

    private static String unknown(String request) {
        return request.replace("ST", UNKNOWN).replace("SC", UNKNOWN).replace("PT", UNKNOWN);
    }

    private String theirs(String request) {
        return request.replace("ST", Long.toString(serviceTemplate))
                .replace("SC", Long.toString(category))
                .replace("PT", Long.toString(processTemplate));
    }

    private HttpResponse<String> send(Face face, Call call, String user, String members) {
        String credentials = "\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"" + user + "\"";
        return new Family(server, face)
                .sendBody(
                        call.wireName(),
                        "{" + credentials + "," + members + "}",
                        "X-Bkapi-Authorization",
                        "{" + credentials + "}",
                        "X-Request-ID",
                        "same");
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void areLikeWhatIsNotThereWhateverIsAsked(Call call) {
        for (String request : naming(call)) {
            for (Face face : Face.values()) {
                for (String user : List.of("stranger", "narrow")) {
                    HttpResponse<String> unknown = send(face, call, user, unknown(request));
                    HttpResponse<String> theirs = send(face, call, user, theirs(request));

                    assertThat(theirs.statusCode()).isEqualTo(unknown.statusCode());
                    assertThat(withoutIds(theirs.body())).as(request).isEqualTo(withoutIds(unknown.body()));
                }
            }
        }
    }

    private String withoutIds(String answer) {
        String ids = String.join("|", UNKNOWN, "" + serviceTemplate, "" + category, "" + processTemplate);
        return answer.replaceAll("\\b(" + ids + ")\\b", "ID");
    }

    private String pointer(Call call, String user, String request) {
        return TestServer.JSON
                .readTree(send(Face.ESB, call, user, theirs(request)).body())
                .at("/errors/0/pointer")
                .asString();
    }

    /** Even a right that has nothing to do with it, on one service template. */
    @Test
    void areToldApartToWhoeverHasAnyRightThere() {
        String batch = naming(Call.BATCH_CREATE_PROC_TEMPLATE).get(0);
        String template = naming(Call.CREATE_SERVICE_TEMPLATE).get(0);
        String other = naming(Call.UPDATE_SERVICE_TEMPLATE).get(2);

        assertThat(pointer(Call.BATCH_CREATE_PROC_TEMPLATE, "guest", batch)).isEqualTo("/bk_biz_id");
        assertThat(pointer(Call.CREATE_SERVICE_TEMPLATE, "guest", template)).isEqualTo("/bk_biz_id");
        assertThat(pointer(Call.UPDATE_SERVICE_TEMPLATE, "guest", other)).isEqualTo("/bk_biz_id");
        assertThat(pointer(Call.BATCH_CREATE_PROC_TEMPLATE, "stranger", batch)).isEqualTo("/service_template_id");
        assertThat(pointer(Call.CREATE_SERVICE_TEMPLATE, "stranger", template)).isEqualTo("/service_category_id");
        assertThat(pointer(Call.UPDATE_SERVICE_TEMPLATE, "stranger", other)).isEqualTo("/service_category_id");
    }
}
