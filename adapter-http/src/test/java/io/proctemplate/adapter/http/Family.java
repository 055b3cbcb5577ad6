package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A client of one face, that knows where each call is found there. */
final class Family {
    /** Method and path of each call on the native face; a variable is filled from the parameter of its name. */
    static final Map<String, String> NATIVE = nativePaths();

    private static final String VARIABLE = "\\{.*}";

    private final TestServer server;
    private final Face face;

    Family(TestServer server, Face face) {
        this.server = server;
        this.face = face;
    }

    private static Map<String, String> nativePaths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("batch_create_proc_template", "POST /api/v3/createmany/proc/proc_template");
        paths.put("update_proc_template", "PUT /api/v3/update/proc/proc_template");
        paths.put("delete_proc_template", "DELETE /api/v3/deletemany/proc/proc_template");
        paths.put("get_proc_template", "POST /api/v3/find/proc/proc_template/id/{process_template_id}");
        paths.put("list_proc_template", "POST /api/v3/findmany/proc/proc_template");
        paths.put("create_service_template", "POST /api/v3/create/proc/service_template");
        paths.put("update_service_template", "PUT /api/v3/update/proc/service_template");
        paths.put("get_service_template", "GET /api/v3/find/proc/service_template/{service_template_id}");
        paths.put("list_service_template", "POST /api/v3/findmany/proc/service_template");
        paths.put("delete_service_template", "DELETE /api/v3/delete/proc/service_template");
        paths.put("list_service_category", "POST /api/v3/findmany/proc/service_category");
        paths.put("create_service_category", "POST /api/v3/create/proc/service_category");
        paths.put("update_service_category", "PUT /api/v3/update/proc/service_category");
        paths.put("delete_service_category", "DELETE /api/v3/delete/proc/service_category");
        paths.put("audit_list", "POST /api/v3/findmany/audit_list");
        return paths;
    }

    /** What is answered to {@code call} with {@code members} beside the credentials, in English. */
    HttpResponse<String> send(String call, String members, String... headers) {
        return sendBody(call, Bodies.request(members), headers);
    }

    /** What is answered to {@code call} with {@code body}, in English. */
    HttpResponse<String> sendBody(String call, String body, String... headers) {
        return face == Face.ESB && isOnEsb(call)
                ? server.send("POST", esbPath(call), body, english(headers))
                : sendNative(NATIVE.get(call), body, english(headers));
    }

    private HttpResponse<String> sendNative(String route, String body, String... headers) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        if (path.contains("{")) {
            String name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            path = path.replaceAll(
                    VARIABLE, TestServer.JSON.readTree(body).get(name).asString());
        }
        return method.equals("GET")
                ? server.send(method, path + "?" + QUERY_CREDENTIALS, null, headers)
                : server.send(method, path, body, headers);
    }

    /** As in {@link Bodies#CREDENTIALS}. */
    static final String QUERY_CREDENTIALS = "bk_app_code=esb_test&bk_app_secret=xxx&bk_username=xxx&bk_token=xxx";

    /** Whether the ESB face has the call too; the native one has every call. */
    static boolean isOnEsb(String call) {
        return !call.equals("audit_list");
    }

    static String esbPath(String call) {
        return "/api/c/compapi/v2/cc/" + call + "/";
    }

    private static String[] english(String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Blueking-Language";
        all[1] = "en";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }

    JsonNode call(String call, String members, String... headers) {
        HttpResponse<String> answer = send(call, members, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestServer.JSON.readTree(answer.body());
    }

    /** The {@code data} of a call that succeeds. */
    JsonNode data(String call, String members, String... headers) {
        JsonNode answer = call(call, members, headers);
        assertThat(answer.get("result").asBoolean()).as(answer.toString()).isTrue();
        return answer.get("data");
    }

    /** The message of a call that is refused with {@code code}. */
    String refusal(int code, String call, String members, String... headers) {
        JsonNode answer = call(call, members, headers);
        boolean esb = face == Face.ESB;
        assertThat(answer.get(esb ? "code" : "bk_error_code").asInt())
                .as(answer.toString())
                .isEqualTo(code);
        assertThat(answer.get("data").isNull()).isTrue();
        return answer.get(esb ? "message" : "bk_error_msg").asString();
    }
}
