package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PublishedExampleTest {

    @Test
    void publishedRequestIsAnsweredAsPublishedAndRefusedTheSecondTime() throws IOException {
        byte[] example;
        try (InputStream in = getClass().getResourceAsStream("/example-request.json")) {
            example = in.readAllBytes();
        }
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> first = server.post(TestServer.ESB_PATH, example);
            System.out.println(first.headers().map() + first.body());
            HttpResponse<String> second = server.post(TestServer.ESB_PATH, example);
            System.out.println(second.body());
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(second.body()).contains("1113019");
        }
    }
}
