package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.domain.violation.Violations;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of outcomes that a storage in memory does not give. */
class OutcomeTest {

    private static HttpResponse<String> answerTo(Refusal refusal, String... headers) {
        Outcome<List<Long>> outcome = new Outcome.Refused<>(refusal, Violations.none());
        try (TestServer server = TestServer.over((caller, batch) -> outcome)) {
            return server.post(TestServer.ESB_PATH, Bodies.batch(), headers);
        }
    }

    private static int code(HttpResponse<String> answer) {
        return TestServer.JSON.readTree(answer.body()).get("code").asInt();
    }

    @Test
    void busyIsAnsweredWith503AndWhenToComeAgain() {
        HttpResponse<String> answer = answerTo(Refusal.busy());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(code(answer)).isEqualTo(1199997);
    }

    @Test
    void failureOfTheStorageIsAnAnswerOfTheApi() {
        HttpResponse<String> insert = answerTo(Refusal.storageFailed(Reason.INSERT_FAILED));
        assertThat(insert.statusCode()).isEqualTo(200);
        assertThat(code(insert)).isEqualTo(1199018);
        assertThat(insert.body()).contains("could not be written");
        HttpResponse<String> read = answerTo(Refusal.storageFailed(Reason.READ_FAILED), "Blueking-Language", "zh");
        assertThat(code(read)).isEqualTo(1199017);
        assertThat(read.body()).contains("读取存储失败");
    }

    @Test
    void anyDefectIsAnsweredWith500AndTheServerGoesOn() {
        for (Throwable defect :
                List.of(new IllegalStateException("x"), new StackOverflowError(), new OutOfMemoryError())) {
            try (TestServer server = TestServer.over((caller, batch) -> sneak(defect))) {
                for (int i = 0; i < 3; i++) {
                    HttpResponse<String> answer = server.post(TestServer.NATIVE_PATH, Bodies.batch());
                    assertThat(answer.statusCode()).isEqualTo(500);
                    assertThat(TestServer.JSON
                                    .readTree(answer.body())
                                    .get("bk_error_code")
                                    .asInt())
                            .isEqualTo(1199999);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T, E extends Throwable> T sneak(Throwable defect) throws E {
        throw (E) defect;
    }
}
