package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginCheckTest {

    private static boolean isOurs(boolean tls, int port, List<String> hosts, List<String> origins) {
        Map<String, List<String>> sent = Map.of(Headers.HOST, hosts, Headers.ORIGIN, origins);
        return new OriginCheck(tls).check(name -> sent.getOrDefault(name, List.of()), port) == null;
    }

    private static List<String> values(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            localhost:8080                | -                          | true
            LOCALHOST:8080                | http://localhost:8080      | true
            127.0.0.1:8080                | http://127.0.0.1:8080      | true
            127.9.9.9:8080                | -                          | true
            [::1]:8080                    | http://[::1]:8080          | true
            -                             | -                          | false
            localhost                     | -                          | false
            localhost:8081                | -                          | false
            localhost:18080               | -                          | false
            localhost.evil.example:8080   | -                          | false
            evil.example:8080             | -                          | false
            evil.example:8080             | http://evil.example:8080   | false
            127.0.0.1.evil.example:8080   | -                          | false
            128.0.0.1:8080                | -                          | false
            localhost:8080 evil.example   | -                          | false
            localhost:8080                | null                       | false
            localhost:8080                | http://evil.example        | false
            localhost:8080                | https://localhost:8080     | false
            localhost:8080                | http://localhost:3000      | false
            localhost:8080                | http://127.0.0.1:8080      | false
            localhost:8080                | http://localhost:8080 null | false
            """)
    void onlyThisMachinesOwnNameWithThePortAndNoOtherOriginIsOurs(String host, String origin, boolean ours) {
        assertThat(isOurs(false, 8080, values(host), values(origin))).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"false, 80, http://localhost, true", "true, 443, https://localhost, true", "true, 80, , false"})
    void thePortThatIsUsualMayBeLeftOut(boolean tls, int port, String origin, boolean ours) {
        assertThat(isOurs(tls, port, List.of("localhost"), values(origin))).isEqualTo(ours);
    }
}
