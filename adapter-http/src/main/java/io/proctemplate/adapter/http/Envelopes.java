package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.domain.violation.Violations;
import io.proctemplate.wire.Code;
import io.proctemplate.wire.ViolationWriter;
import io.proctemplate.wire.WriteOptionsParameters;
import io.proctemplate.wire.json.JsonFormat;
import io.proctemplate.wire.text.Language;
import io.proctemplate.wire.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Puts answers into the envelope of a face, in a language (wire contract, section 2). */
final class Envelopes {
    private static final String SUCCESS = "success";
    private static final int EXPECTED_BYTES = 1024;

    private final JsonFormat json;
    private final Map<Language, Wording> wordings = new EnumMap<>(Language.class);

    Envelopes(JsonFormat json) {
        this.json = json;
        Messages.inEveryLanguage().forEach((language, messages) -> wordings.put(language, new Wording(messages)));
    }

    /** What every envelope holds, whatever was answered. */
    private record Content(
            Code code,
            String message,
            Answer.@Nullable Data data,
            Violations errors,
            Violations warnings,
            @Nullable Refusal forbidden,
            @Nullable Long version,
            @Nullable Transcript replayed,
            boolean dryRun) {

        static Content of(Answer.Done done) {
            return new Content(
                    Code.OK,
                    SUCCESS,
                    done.data(),
                    Violations.none(),
                    done.warnings(),
                    null,
                    done.version(),
                    null,
                    false);
        }

        static Content of(Transcript replayed) {
            return new Content(
                    Code.OK,
                    SUCCESS,
                    null,
                    Violations.none(),
                    Violations.none(),
                    null,
                    replayed.version(),
                    replayed,
                    false);
        }

        Content tried() {
            return new Content(code, message, data, errors, warnings, forbidden, null, null, true);
        }

        int expectedBytes() {
            int entries = errors.list().size() + warnings.list().size();
            return EXPECTED_BYTES
                    + Math.min(entries, ViolationWriter.MAX_ENTRIES) * ViolationWriter.EXPECTED_ENTRY_BYTES;
        }
    }

    /** The response to {@code request}, which came by {@code face}. */
    Response response(Request request, Face face, Answer answer) {
        Wording wording = wording(request, face);
        Content content = answer.fold(new Contents(wording));
        AnswerBuffer out = new AnswerBuffer(content.expectedBytes());
        try (JsonGenerator generator = json.generator(out)) {
            generator.writeStartObject();
            write(content, request, face, wording, generator);
            generator.writeEndObject();
        }
        String entityTag = content.version == null ? null : EntityTag.of(content.version);
        return response(content.code, out, entityTag, content.replayed != null);
    }

    private Wording wording(Request request, Face face) {
        return Objects.requireNonNull(wordings.get(LanguageChoice.of(request.headers(), face)));
    }

    /** The part of the answer to {@code request} that is the same whenever it is given again. */
    String transcript(Request request, Face face, Answer.Done answer) {
        Content content = Content.of(answer);
        ByteArrayOutputStream members = new ByteArrayOutputStream(content.expectedBytes());
        try (JsonGenerator generator = json.generator(members)) {
            generator.writeStartObject();
            writeMembers(content, face, wording(request, face), generator);
            generator.writeEndObject();
        }
        return Transcript.of(answer.version(), members.toString(StandardCharsets.UTF_8))
                .text();
    }

    private static Response response(Code code, AnswerBuffer out, @Nullable String entityTag, boolean replayed) {
        try {
            FileChannel file = out.file();
            return new Response(Response.statusOf(code), code, out.written(), file, entityTag, replayed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What each kind of answer comes to in one language. */
    private record Contents(Wording wording) implements Answer.Cases<Content> {
        @Override
        public Content done(Answer.Done answer) {
            return Content.of(answer);
        }

        @Override
        public Content refused(Answer.Refused answer) {
            Refusal refusal = answer.refusal();
            Refusal forbidden = refusal.reason() == Reason.FORBIDDEN ? refusal : null;
            String message = wording.messages().of(refusal);
            return new Content(
                    Code.of(refusal),
                    message,
                    null,
                    refusal.violations(),
                    answer.warnings(),
                    forbidden,
                    null,
                    null,
                    false);
        }

        @Override
        public Content rejected(Answer.Rejected answer) {
            Rejection rejection = answer.rejection();
            String message = wording.messages().of(rejection.message());
            return new Content(
                    rejection.code(), message, null, Violations.none(), Violations.none(), null, null, null, false);
        }

        @Override
        public Content replayed(Answer.Replayed answer) {
            return Content.of(new Transcript(answer.transcript()));
        }

        @Override
        public Content tried(Answer.Tried answer) {
            return answer.answer().fold(this).tried();
        }
    }

    /** What no call answers has no face: it is written so that clients of either can read it. */
    private static void write(Content content, Request request, Face face, Wording wording, JsonGenerator out) {
        boolean gatewayNames = face == Face.ESB || request.cameThroughGateway();
        boolean noCall = content.code == Code.NO_SUCH_CALL;
        out.writeBooleanProperty("result", content.code == Code.OK);
        if (gatewayNames || noCall) {
            out.writeNumberProperty("code", content.code.number());
            out.writeStringProperty("message", content.message);
        }
        if (!gatewayNames) {
            out.writeNumberProperty("bk_error_code", content.code.number());
            out.writeStringProperty("bk_error_msg", content.message);
        }
        out.writeName("permission");
        if (content.forbidden == null) {
            out.writeNull();
        } else {
            wording.permission().write(content.forbidden, out);
        }
        if (face == Face.ESB || noCall) {
            out.writeStringProperty("request_id", request.id());
        }
        if (content.replayed == null) {
            writeMembers(content, face, wording, out);
        } else {
            out.writeRaw(',');
            out.writeRaw(content.replayed.members());
        }
        if (content.dryRun) {
            out.writeBooleanProperty(WriteOptionsParameters.DRY_RUN, true);
        }
    }

    private static void writeMembers(Content content, Face face, Wording wording, JsonGenerator out) {
        out.writeName("data");
        if (content.data == null) {
            out.writeNull();
        } else {
            content.data.write(out, face);
        }
        wording.violations().write("errors", content.errors, out);
        wording.violations().write("warnings", content.warnings, out);
    }
}
