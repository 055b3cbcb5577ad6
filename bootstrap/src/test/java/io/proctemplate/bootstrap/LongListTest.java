package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A list that is long against the memory there is. */
class LongListTest {
    private static final int TEMPLATES = 10_000;
    private static final int BATCH = 100;

    @TempDir
    private Path directory;

    @Test
    void tenThousandTemplatesAreListedWithinAHeapOfSixtyFourMebibytes() {
        Map<String, String> heap = Map.of("JDK_JAVA_OPTIONS", "-Xmx64m");
        try (Child child = Child.start(directory, heap, "--http-port", "0", "--demo", "true")) {
            Client client = new Client(child.port());
            for (int batch = 0; batch < TEMPLATES / BATCH; batch++) {
                String prefix = "b" + batch + " ";
                List<String> items = IntStream.range(0, BATCH)
                        .mapToObj(i -> Client.item(prefix + i))
                        .toList();
                assertThat(Client.code(client.create(items))).isZero();
            }

            JsonNode answer = client.call("POST", "/api/c/compapi/v2/cc/list_proc_template/", """
                    {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_token":"xxx","bk_biz_id":1,
                    "service_template_id":1}""");

            assertThat(answer.required("data").required("count").asInt()).isEqualTo(TEMPLATES);
            assertThat(answer.required("data").required("info")).hasSize(TEMPLATES);
        }
    }
}
