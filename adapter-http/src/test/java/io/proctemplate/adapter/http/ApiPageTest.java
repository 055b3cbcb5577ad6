package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds {@code docs/http-api.md} and the program together: what the page shows is what was answered. */
class ApiPageTest {
    private static final Path PAGE = Path.of("..", "docs", "http-api.md");
    private static final Pattern ANSWER = Pattern.compile(
            "resources(/golden/story-[0-9]+-(\\w+)\\.json)\\)[^\n]*:\\n\\n```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RIGHT =
            Pattern.compile("^\\| `(\\w+)` \\| `[A-Z]+ /api/v3/[^|]+` \\| `(\\w+)` \\|$", Pattern.MULTILINE);
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @EnumSource
    void showsTheAnswerOfTheGoldenFile(Call call) throws IOException {
        MatchResult answer = ANSWER.matcher(Files.readString(PAGE))
                .results()
                .filter(shown -> shown.group(2).equals(call.wireName()))
                .findFirst()
                .orElseThrow();
        JsonNode golden = JSON.readTree(new String(Bodies.resource(answer.group(1)), StandardCharsets.UTF_8));

        assertThat(withoutUnset(JSON.readTree(answer.group(3)))).isEqualTo(withoutUnset(golden.get("data")));
    }

    /** The page may leave out fields that are unset. */
    private static JsonNode withoutUnset(JsonNode node) {
        JsonNode unset = JSON.readTree("{\"value\":null,\"as_default_value\":null}");
        if (node instanceof ObjectNode object) {
            object.removeIf(unset::equals);
        }
        node.forEach(ApiPageTest::withoutUnset);
        return node;
    }

    @Test
    void hasASectionForEachCall() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Arrays.stream(Call.values()).map(call -> "\n### " + call.wireName() + "\n"))
                .allMatch(page::contains);
    }

    @Test
    void tellsTheRightThatEachCallNeeds() throws IOException {
        String page = Files.readString(PAGE);
        String rows = RIGHT.matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.joining("\n"));

        assertThat(rows)
                .isEqualTo(Arrays.stream(Call.values())
                        .map(call -> call.wireName() + " " + call.action().wireName())
                        .collect(Collectors.joining("\n")));
    }
}
