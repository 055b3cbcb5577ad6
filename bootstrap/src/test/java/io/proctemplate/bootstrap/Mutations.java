package io.proctemplate.bootstrap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes bad requests of good ones, the same ones for the same {@code random}. */
final class Mutations {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARK = "@MUTATED@";

    /** What stands in the place of a value: JSON, or nearly. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"value\":null}",
            "{\"value\":{}}",
            "{\"\":0}",
            "\"\"",
            "\" \"",
            "0",
            "-1",
            "1",
            "-0",
            "1.0",
            "1e2",
            "1e400",
            "0.1e-400",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "99999999999999999999999999",
            "\"1\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\u202egnp.exe\"",
            "\"\\ufeff\"",
            "\"' OR 1=1 --\"",
            "\"%_\\\\\"",
            "\"\\\"}]\"",
            "\"${jndi:ldap://x}\"",
            "\"\\ud83d\\ude00\"",
            "\"\\u0085\"",
            "\"80-1\"",
            "\"65536\"",
            "\"1,1\"",
            "\"id:2,,--x\"",
            "NaN",
            "01",
            "'a'",
            "\"\\x\"",
            "{\"a\":1,\"a\":2}",
            "[1,]",
            "1,\"\":2",
            "\"" + "x".repeat(3000) + "\"",
            "[".repeat(70) + "]".repeat(70),
            "[".repeat(5000),
            "1".repeat(2000),
            "[" + "1,".repeat(600) + "1]");

    private static final List<String> NAMES = List.of(
            "",
            "\u0000",
            "\ud800",
            "__proto__",
            "bk_token",
            "username",
            "bk_biz_id",
            "value",
            "as_default_value",
            "id",
            "page",
            "processes",
            "VERSION",
            "x".repeat(2000),
            "\ud83d\ude00",
            "a.b[0]/~1");

    private static final Map<String, List<String>> HEADERS = Map.of(
            "Blueking-Language", List.of("en", "zh-cn", "xx", "", "en;q=9", ",,,", "\u00e9\u00ff"),
            "Accept-Language", List.of("zh;q=0.1,en;q=2", "*", "en-*-x", ";;;q=", "q".repeat(5000)),
            "X-Bkapi-Request-Id", List.of("", "../../x", "a b", "\u00e9", "x".repeat(65), "-", "{}"),
            "X-Request-ID", List.of("ok-1", "<script>", "x".repeat(64), "\t"),
            "X-Bkapi-JWT", List.of("", "x"),
            "X-Bkapi-Authorization",
                    List.of(
                            "",
                            "{",
                            "{}",
                            "[]",
                            "null",
                            "\"x\"",
                            "{\"bk_app_code\":1}",
                            "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_token\":\"\\u0000\"}",
                            "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"a\\u0000\"}",
                            "{\"bk_app_code\":\"\\ud800\",\"bk_app_secret\":\"xxx\"}",
                            "{\"a\":1,\"a\":1}",
                            "\u00ff{}"),
            "Content-Type",
                    List.of(
                            "text/plain",
                            "application/json",
                            "",
                            ";",
                            "application/x+json",
                            "a/b; charset=\"",
                            "\u00e9"),
            "Content-Encoding", List.of("gzip", "identity", "", "br, identity"),
            "If-Match",
                    List.of(
                            "*",
                            "\"1\"",
                            "W/\"1\"",
                            "1",
                            "\"",
                            "\"x\"",
                            "\"99999999999999999999\"",
                            "\"-1\"",
                            "\"1\", \"2\"",
                            ""),
            "Idempotency-Key", List.of("", "a", "x".repeat(256), "\u00e9", "a b"));

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** {@code body} with one to three faults, of which some may be none. */
    byte[] body(String body) {
        String text = body;
        for (int faults = random.nextInt(3); faults >= 0; faults--) {
            text = random.nextInt(5) == 0 ? text : value(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(4) == 0 ? bytes(bytes) : bytes;
    }

    /** Replaces, removes or renames one member or element; leaves what is JSON no more as it is. */
    private String value(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            List<JsonNode> parents = new ArrayList<>();
            collect(root, parents);
            JsonNode parent = one(parents);
            String replacement = one(VALUES);
            if (parent instanceof ObjectNode object) {
                String name = one(List.copyOf(object.propertyNames()));
                replacement = change(object, name, replacement);
            } else {
                ((ArrayNode) parent)
                        .set(
                                random.nextInt(parent.size()),
                                JSON.getNodeFactory().stringNode(MARK));
            }
            return root.toString().replace('"' + MARK + '"', replacement);
        } catch (tools.jackson.core.JacksonException broken) {
            return text;
        }
    }

    private String change(ObjectNode object, String name, String replacement) {
        JsonNode before = object.get(name);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> {
                object.remove(name);
                object.set(one(NAMES), before);
            }
            case 2 -> {
                object.put(name, MARK);
                return before + ",\"" + name + "\":" + before;
            }
            default -> object.put(name, MARK);
        }
        return replacement;
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainer() && !node.isEmpty()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }

    /** Bytes flipped, removed, doubled, put in, or cut off. */
    private byte[] bytes(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(8));
        out.write(bytes, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> at += length;
            case 2 -> out.write(bytes, at, length);
            case 3 -> {
                out.write(bytes[at] ^ (1 << random.nextInt(8)));
                at++;
            }
            default -> at = bytes.length;
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    /** None to three header lines. */
    List<String> headers() {
        List<String> lines = new ArrayList<>();
        for (int count = random.nextInt(4) - (random.nextBoolean() ? 3 : 0); count > 0; count--) {
            String name = one(HEADERS.keySet().stream().sorted().toList());
            lines.add(name + ": " + one(HEADERS.get(name)));
        }
        return lines;
    }

    /** The members of {@code body} as a query string, with faults. */
    String query(String body) {
        List<String> pairs = new ArrayList<>();
        JSON.readTree(body).properties().forEach(member -> {
            String value = random.nextInt(6) == 0 ? one(VALUES) : text(member.getValue());
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            pairs.add(member.getKey() + "=" + encoded(random.nextInt(8) == 0 ? bytes(bytes) : bytes));
        });
        if (random.nextInt(4) == 0) {
            pairs.add(random.nextInt(pairs.size() + 1), one(pairs));
        }
        if (random.nextInt(4) == 0) {
            pairs.remove(random.nextInt(pairs.size()));
        }
        if (random.nextInt(4) == 0) {
            pairs.add(one(List.of(
                    "", "=", "a", "%00=1", "a==b", "%ff", "a=%c0%af", "bk_biz_id", "page={}".replace("{}", "%7B"))));
        }
        return String.join("&", pairs);
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String encoded(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte octet : bytes) {
            out.append("%%%02x".formatted(octet & 0xff));
        }
        return out.substring(0, Math.min(out.length(), 9000));
    }

    /** Another end of a path that ends in an id. */
    String inPath(String id) {
        return id.isEmpty() || random.nextInt(3) > 0
                ? id
                : one(List.of("0", "-1", "x", "1.0", "99999999999999999999", "%00", "%ff", "1%2f2", "01", "1;a=b"));
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }
}
