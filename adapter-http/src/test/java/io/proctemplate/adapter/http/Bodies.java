package io.proctemplate.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Request bodies, in the API's own form. */
final class Bodies {
    static final String CREDENTIALS =
            "\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"xxx\",\"bk_token\":\"xxx\"";

    private Bodies() {}

    /** The example that the API's page publishes, byte for byte. */
    static byte[] publishedExample() {
        return resource("/example-request.json");
    }

    static byte[] resource(String path) {
        try (InputStream in = Bodies.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("no resource " + path);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A request of the demo application and user, with {@code members} beside the credentials. */
    static String request(String members) {
        return "{" + CREDENTIALS + "," + members + "}";
    }

    /** A batch for service template 1 of business 1. */
    static String batch(List<String> processes) {
        return request("\"bk_biz_id\":1,\"service_template_id\":1,\"processes\":" + list(processes));
    }

    static String batch(String... processes) {
        return batch(Arrays.asList(processes));
    }

    /** {@code count} processes with names of their own. */
    static String batch(int count) {
        return batch(IntStream.range(0, count).mapToObj(i -> process("p" + i)).toList());
    }

    static String list(List<String> items) {
        return items.stream().collect(Collectors.joining(",", "[", "]"));
    }

    /** A process with {@code name} for both names. */
    static String process(String name) {
        return process(name, name, "");
    }

    /** A process with further fields of the spec, each preceded by a comma. */
    static String process(String processName, String functionName, String more) {
        return "{\"spec\":{\"bk_process_name\":" + locked(processName) + ",\"bk_func_name\":" + locked(functionName)
                + more + "}}";
    }

    private static String locked(String value) {
        return "{\"value\":\"" + value + "\",\"as_default_value\":true}";
    }
}
