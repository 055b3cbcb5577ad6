package io.proctemplate.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to one server as a client of the API would. */
final class Client {
    static final String CALL = "/api/c/compapi/v2/cc/batch_create_proc_template/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Client(int port) {
        this.port = port;
    }

    /** The published example, byte for byte. */
    static byte[] example() {
        try (InputStream example = Client.class.getResourceAsStream("example-request.json")) {
            return Objects.requireNonNull(example).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request of the demo data's caller with these items, each as JSON. */
    static String batch(List<String> items) {
        return """
                {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_token":"xxx","bk_biz_id":1,"service_template_id":1,
                "processes":[%s]}""".formatted(String.join(",", items));
    }

    /** An item whose names are {@code function} and {@code name}. */
    static String item(String function, String name) {
        return """
                {"spec":{"bk_func_name":{"value":"%s","as_default_value":true},
                "bk_process_name":{"value":"%s","as_default_value":true}}}""".formatted(function, name);
    }

    static String item(String name) {
        return item(name, name);
    }

    String text(byte[] body, String... headers) {
        return text("POST", CALL, body, headers);
    }

    /** The answer to any call of the API. */
    JsonNode call(String method, String path, String body) {
        return JSON.readTree(text(method, path, body.getBytes(StandardCharsets.UTF_8)));
    }

    private String text(String method, String path, byte[] body, String... headers) {
        return answer(method, path, body, headers).body();
    }

    /** The answer with its status and headers. */
    HttpResponse<String> answer(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode send(String body, String... headers) {
        return JSON.readTree(text(body.getBytes(StandardCharsets.UTF_8), headers));
    }

    JsonNode create(List<String> items) {
        return send(batch(items));
    }

    /** The ids of a success in the nested form. */
    static List<Long> ids(JsonNode answer) {
        return StreamSupport.stream(answer.required("data").required(0).spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }

    static int code(JsonNode answer) {
        return answer.required("code").asInt();
    }

    static List<String> pointers(JsonNode answer) {
        return StreamSupport.stream(answer.required("errors").spliterator(), false)
                .map(error -> error.required("pointer").asString())
                .toList();
    }
}
