package io.proctemplate.adapter.login;

import io.proctemplate.application.spi.PlatformLogin.Unreachable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads what the platform's login says of a token. */
final class LoginAnswer {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private @Nullable Boolean result;
    private @Nullable String username;
    private @Nullable String bkUsername;

    private LoginAnswer() {}

    /**
     * The user, empty if the answer is that there is none.
     *
     * @throws Unreachable if it is not of the form agreed upon; the parser's own complaint quotes the text, which may
     *     repeat the token, and goes no further
     */
    static Optional<String> read(byte[] body) {
        LoginAnswer answer = new LoginAnswer();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            answer.readObject(json);
        } catch (JacksonException e) {
            throw new Unreachable("the answer is not JSON");
        }
        return answer.user();
    }

    private Optional<String> user() {
        if (result == null) {
            throw new Unreachable("the answer has no \"result\" that is true or false");
        }
        if (!result) {
            return Optional.empty();
        }
        String user = username == null || username.isEmpty() ? bkUsername : username;
        if (user == null || user.isEmpty()) {
            throw new Unreachable("the answer names no user");
        }
        return Optional.of(user);
    }

    private void readObject(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Unreachable("the answer is not a JSON object");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("result") && value.isBoolean()) {
                result = json.getBooleanValue();
            } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
                readData(json);
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new Unreachable("something follows the answer");
        }
    }

    private void readData(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            boolean isText = json.nextToken() == JsonToken.VALUE_STRING;
            if (isText && name.equals("username")) {
                username = json.getString();
            } else if (isText && name.equals("bk_username")) {
                bkUsername = json.getString();
            } else {
                json.skipChildren();
            }
        }
    }
}
