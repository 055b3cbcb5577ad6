package io.proctemplate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestPatternTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Target TARGET = new Target(
            "it",
            URI.create("http://127.0.0.1:8080/base/"),
            List.of("X-Bkapi-Authorization: {}"),
            List.of(1L),
            OptionalLong.empty(),
            OptionalLong.empty());

    private static String text(ByteBuffer request) {
        return StandardCharsets.US_ASCII.decode(request.duplicate()).toString();
    }

    private static JsonNode body(String request) {
        return JSON.readTree(request.substring(request.indexOf("\r\n\r\n")));
    }

    private static List<String> names(JsonNode body) {
        return body.required("processes")
                .valueStream()
                .flatMap(process -> Stream.of("bk_process_name", "bk_func_name")
                        .map(name -> process.required("spec")
                                .required(name)
                                .required("value")
                                .asString()))
                .toList();
    }

    @Test
    void aProcessHasTheFieldsOfThePublishedExampleAndItsSize() throws IOException {
        try (InputStream example = RequestPatternTest.class.getResourceAsStream("example-request.json")) {
            JsonNode published = JSON.readTree(example).required("processes").required(0);
            JsonNode ours = JSON.readTree(ProcessText.numbered(1));
            assertThat(fields(ours, "")).isEqualTo(fields(published, ""));
        }
        assertThat(ProcessText.unnumbered(0).length()).isCloseTo(1_350, within(50));
    }

    private static Set<String> fields(JsonNode node, String at) {
        Set<String> fields = new TreeSet<>(Set.of(at));
        node.propertyStream().forEach(member -> fields.addAll(fields(member.getValue(), at + "/" + member.getKey())));
        node.valueStream().filter(value -> node.isArray()).forEach(value -> fields.addAll(fields(value, at + "/0")));
        return fields;
    }

    @ParameterizedTest
    @EnumSource
    void theLengthOfTheBodyIsToldAndItIsJson(Workload workload) {
        RequestPattern pattern = RequestPattern.of(TARGET, workload, 10);
        ByteBuffer request = pattern.copy();
        pattern.renew(request, 1, 123_456_789);
        String text = text(request);
        assertThat(text)
                .startsWith("POST /base/api/c/compapi/v2/cc/" + workload.call() + "/ HTTP/1.1\r\n")
                .contains("\r\nHost: 127.0.0.1:8080\r\n", "\r\nX-Bkapi-Authorization: {}\r\n")
                .contains("\r\nContent-Length: " + (text.length() - text.indexOf("\r\n\r\n") - 4) + "\r\n");
        assertThat(body(text).required("service_template_id").asLong()).isEqualTo(123_456_789);
    }

    @Test
    void everyNameOfEveryRequestIsANewOne() {
        RequestPattern pattern = RequestPattern.of(TARGET, Workload.CREATE, 100);
        ByteBuffer request = pattern.copy();
        Names numbers = new Names(1_800_000_000_000L);
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            pattern.renew(request, numbers.take(pattern.numbersNeeded()), i + 1);
            seen.addAll(names(body(text(request))));
        }
        assertThat(seen).hasSize(3 * 100 * 2);
    }

    @Test
    void everyProcessOfABatchHasAPortOfItsOwn() {
        JsonNode body = JSON.readTree(Bodies.of(Workload.CREATE, 100).replace(Bodies.SERVICE_TEMPLATE, "1"));
        assertThat(body.required("processes")
                        .valueStream()
                        .map(process ->
                                process.at("/spec/bind_info/value/0/port/value").asString()))
                .doesNotHaveDuplicates()
                .allMatch(port -> port.length() == 4);
    }

    @Test
    void twoInFiveOfAFaultyBatchAreFaulty() {
        JsonNode body = JSON.readTree(Bodies.of(Workload.FAULTY, 100).replace(Bodies.SERVICE_TEMPLATE, "1"));
        long faulty = body.required("processes")
                .valueStream()
                .filter(process ->
                        process.toString().contains(" \"") || process.toString().contains("\"port\":{\"value\":\"0"))
                .count();
        assertThat(faulty).isEqualTo(40);
    }
}
