package io.proctemplate.bootstrap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A good request of every call of the API, and the objects of business 2 that it speaks of. */
record RecordedCalls(long category, long serviceTemplate, List<Long> templates) {
    private static final String CREDENTIALS =
            "\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_token\":\"xxx\",\"bk_biz_id\":2";

    /** Method and path on the native face; a variable is the last step of the path. */
    private static final Map<String, String> NATIVE = Map.ofEntries(
            Map.entry("batch_create_proc_template", "POST /api/v3/createmany/proc/proc_template"),
            Map.entry("update_proc_template", "PUT /api/v3/update/proc/proc_template"),
            Map.entry("delete_proc_template", "DELETE /api/v3/deletemany/proc/proc_template"),
            Map.entry("get_proc_template", "POST /api/v3/find/proc/proc_template/id/"),
            Map.entry("list_proc_template", "POST /api/v3/findmany/proc/proc_template"),
            Map.entry("create_service_template", "POST /api/v3/create/proc/service_template"),
            Map.entry("update_service_template", "PUT /api/v3/update/proc/service_template"),
            Map.entry("get_service_template", "GET /api/v3/find/proc/service_template/"),
            Map.entry("list_service_template", "POST /api/v3/findmany/proc/service_template"),
            Map.entry("delete_service_template", "DELETE /api/v3/delete/proc/service_template"),
            Map.entry("list_service_category", "POST /api/v3/findmany/proc/service_category"),
            Map.entry("create_service_category", "POST /api/v3/create/proc/service_category"),
            Map.entry("update_service_category", "PUT /api/v3/update/proc/service_category"),
            Map.entry("delete_service_category", "DELETE /api/v3/delete/proc/service_category"),
            Map.entry("audit_list", "POST /api/v3/findmany/audit_list"));

    private static final Set<String> ON_THE_NATIVE_FACE_ALONE = Set.of("audit_list");

    /** One request: the variable of its path, if the native face has one there, and its body. */
    record Recorded(String call, String inPath, String body) {
        String esbPath() {
            return RecordedCalls.esbPath(call);
        }

        String nativeMethod() {
            return NATIVE.get(call).split(" ")[0];
        }

        String nativePath() {
            return NATIVE.get(call).split(" ")[1] + inPath;
        }

        boolean isOnEsb() {
            return !ON_THE_NATIVE_FACE_ALONE.contains(call);
        }

        boolean onlyReads() {
            return call.startsWith("get_") || call.startsWith("list_") || call.endsWith("_list");
        }
    }

    static String esbPath(String call) {
        return "/api/c/compapi/v2/cc/" + call + "/";
    }

    /** A body with credentials, for business 2. */
    static String body(String members) {
        return "{" + CREDENTIALS + members + "}";
    }

    /** Has {@code client} make the objects; {@code name} is in no name so far. */
    static RecordedCalls prepare(Client client, String name) {
        long category = id(data(client, "create_service_category", ",\"name\":\"%s\"".formatted(name)));
        long leaf = id(data(client, "create_service_category", ",\"name\":\"leaf\",\"bk_parent_id\":" + category));
        long service = id(data(
                client,
                "create_service_template",
                ",\"name\":\"%s\",\"service_category_id\":%d".formatted(name, leaf)));
        JsonNode ids = data(
                client,
                "batch_create_proc_template",
                ",\"service_template_id\":%d,\"processes\":[%s,%s]"
                        .formatted(service, Client.item("one"), Client.item("two")));
        return new RecordedCalls(
                leaf,
                service,
                List.of(ids.get(0).get(0).asLong(), ids.get(0).get(1).asLong()));
    }

    private static JsonNode data(Client client, String call, String members) {
        return client.call("POST", esbPath(call), body(members)).required("data");
    }

    private static long id(JsonNode object) {
        return object.required("id").asLong();
    }

    /** The requests; their names begin with {@code name}. */
    List<Recorded> requests(String name) {
        return List.of(
                at(
                        "batch_create_proc_template",
                        ",\"service_template_id\":%d,\"processes\":[%s,%s]"
                                .formatted(serviceTemplate, fullItem(name), Client.item(name + "-2"))),
                at("update_proc_template", """
                        ,"process_template_id":%d,"version":1,"process_property":{"user":{"value":"www",
                        "as_default_value":true},"bind_info":{"value":[{"row_id":1,"ip":{"value":"1"},
                        "port":{"value":"1-9,80"},"protocol":{"value":"1"}}]}}""".formatted(templates.get(0))),
                at("delete_proc_template", ",\"process_templates\":" + templates),
                new Recorded(
                        "get_proc_template",
                        Long.toString(templates.get(0)),
                        body(",\"process_template_id\":" + templates.get(0))),
                at("list_proc_template", """
                        ,"service_template_id":%d,"process_template_ids":%s,
                        "page":{"start":0,"limit":10,"sort":"-bk_process_name,id:1"}""".formatted(serviceTemplate, templates)),
                at("create_service_template", ",\"name\":\"%s\",\"service_category_id\":%d".formatted(name, category)),
                at(
                        "update_service_template",
                        ",\"id\":%d,\"name\":\"%s-3\",\"service_category_id\":%d"
                                .formatted(serviceTemplate, name, category)),
                new Recorded(
                        "get_service_template",
                        Long.toString(serviceTemplate),
                        body(",\"service_template_id\":" + serviceTemplate)),
                at("list_service_template", """
                        ,"service_category_id":%d,"search":"a","is_exact":false,
                        "page":{"start":0,"limit":10,"sort":"name"}""".formatted(category)),
                at("delete_service_template", ",\"service_template_id\":" + serviceTemplate),
                at("list_service_category", ""),
                at("create_service_category", ",\"name\":\"%s\",\"bk_parent_id\":0".formatted(name)),
                at("update_service_category", ",\"id\":%d,\"name\":\"%s\"".formatted(category, name)),
                at("delete_service_category", ",\"id\":" + category),
                at("audit_list", """
                        ,"request_id":"r1","user":"xxx","app":"esb_test","action":"create",
                        "object_type":"process_template","object_ids":%s,"since":"2026-03-01T08:00:00Z",
                        "until":"2126-03-01T08:00:00.5+08:00",
                        "page":{"start":0,"limit":10,"sort":"-id"}""".formatted(templates)));
    }

    private static Recorded at(String call, String members) {
        return new Recorded(call, "", body(members));
    }

    private static String fullItem(String name) {
        return """
                {"spec":{"bk_func_name":{"value":"%1$s","as_default_value":true},"bk_process_name":{"value":"%1$s",
                "as_default_value":true},"start_cmd":{"value":"run --all","as_default_value":false},
                "timeout":{"value":30,"as_default_value":true},"auto_start":{"value":true},
                "bind_info":{"value":[{"ip":{"value":"3"},"port":{"value":"80,443"},"protocol":{"value":"1"},
                "enable":{"value":true}}],"as_default_value":true},"bk_supplier_account":"0"}}""".formatted(name);
    }
}
