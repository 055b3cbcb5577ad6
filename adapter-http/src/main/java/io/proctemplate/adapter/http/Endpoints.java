package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.violation.Datum;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.wire.Code;
import io.proctemplate.wire.json.JsonFormat;
import io.proctemplate.wire.json.NodeWriter;
import io.proctemplate.wire.text.Message;
import io.proctemplate.wire.text.MessageKey;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Makes endpoints of use cases: parameters are read, the use case asked, its value written. */
final class Endpoints {
    private static final String VERSION = "version";

    private final JsonFormat json;
    private final Envelopes envelopes;

    Endpoints(JsonFormat json, Envelopes envelopes) {
        this.json = json;
        this.envelopes = envelopes;
    }

    /** A use case that hands over the objects of a list one by one. */
    interface Listing<P, T> {
        Outcome<Long> list(Caller caller, P parameters, ListReceiver<T> receiver);
    }

    /** Answers one object. */
    static <P, T> Endpoint object(
            Function<Node.Mapping, Validated<P>> parse,
            BiFunction<Caller, P, Outcome<T>> useCase,
            Function<T, Node> form) {
        return (caller, parameters) -> parse.apply(parameters.own())
                .fold(
                        (read, warnings) -> Answer.of(useCase.apply(caller, read), value -> data(form.apply(value))),
                        Answer::invalid);
    }

    /** Answers one object that has versions, with its version as entity tag. */
    static <P, T> Endpoint versioned(
            Function<Node.Mapping, Validated<P>> parse,
            BiFunction<Caller, P, Outcome<T>> useCase,
            Function<T, Node> form,
            ToLongFunction<T> version) {
        return (caller, parameters) -> parse.apply(parameters.own())
                .fold(
                        (read, warnings) -> Answer.versioned(
                                useCase.apply(caller, read), value -> data(form.apply(value)), version),
                        Answer::invalid);
    }

    /** Answers an object that is new; while it is only tried, there is none. */
    <P, T> Endpoint created(
            Function<Node.Mapping, Validated<P>> parse,
            BiFunction<Caller, P, Outcome<T>> useCase,
            Function<T, Node> form) {
        return new WritingEndpoint<>(
                parse, useCase, done -> done(done, form), tried -> done(tried, Endpoints::nothing), envelopes);
    }

    /** Answers an object that was changed. */
    <P, T> Endpoint changed(
            Function<Node.Mapping, Validated<P>> parse,
            BiFunction<Caller, P, Outcome<T>> useCase,
            Function<T, Node> form) {
        return new WritingEndpoint<>(parse, useCase, done -> done(done, form), tried -> done(tried, form), envelopes);
    }

    /** Answers an object that was changed, with its version as entity tag if that is there to stay. */
    <P, T> Endpoint changedVersion(
            Function<Node.Mapping, Validated<P>> parse,
            BiFunction<Caller, P, Outcome<T>> useCase,
            Function<T, Node> form,
            ToLongFunction<T> version) {
        return new WritingEndpoint<>(
                parse,
                useCase,
                done -> new Answer.Done(
                        data(form.apply(done.value())), done.warnings(), version.applyAsLong(done.value())),
                tried -> done(tried, form),
                envelopes);
    }

    /** Answers null. */
    <P, T> Endpoint deleted(Function<Node.Mapping, Validated<P>> parse, BiFunction<Caller, P, Outcome<T>> useCase) {
        return changed(parse, useCase, Endpoints::nothing);
    }

    private static <T> Answer.Done done(Outcome.Done<T> outcome, Function<T, Node> form) {
        return new Answer.Done(data(form.apply(outcome.value())), outcome.warnings());
    }

    private static <T> Node nothing(T value) {
        return Node.Null.NULL;
    }

    /** Answers a list that the use case has in hand. */
    <P, T> Endpoint smallList(
            Function<Node.Mapping, Validated<P>> parse,
            BiFunction<Caller, P, Outcome<List<T>>> useCase,
            Function<T, Node> form) {
        return (caller, parameters) -> parse.apply(parameters.own())
                .fold(
                        (read, warnings) -> Answer.of(useCase.apply(caller, read), list -> {
                            ListWriter<T> writer = new ListWriter<>(json, form);
                            writer.count(list.size());
                            list.forEach(writer::item);
                            return writer.data();
                        }),
                        Answer::invalid);
    }

    /** Answers a list of any length. */
    <P, T> Endpoint list(Function<Node.Mapping, Validated<P>> parse, Listing<P, T> useCase, Function<T, Node> form) {
        return (caller, parameters) -> parse.apply(parameters.own())
                .fold(
                        (read, warnings) -> {
                            ListWriter<T> writer = new ListWriter<>(json, form);
                            try {
                                Outcome<Long> outcome = useCase.list(caller, read, writer);
                                if (outcome instanceof Outcome.Refused) {
                                    writer.discard();
                                }
                                return Answer.of(outcome, count -> writer.data());
                            } catch (RuntimeException | Error defect) {
                                writer.discard();
                                throw defect;
                            }
                        },
                        Answer::invalid);
    }

    /** Has the header {@code If-Match} say the parameter {@code version} (wire contract, section 5). */
    static Endpoint conditional(Endpoint endpoint) {
        return (caller, parameters) -> {
            String tag = parameters.request().headers().first(Headers.IF_MATCH);
            if (tag == null || tag.strip().equals(EntityTag.ANY)) {
                return endpoint.answer(caller, parameters);
            }
            Node version = Scalar.of(EntityTag.version(tag));
            Node sent = parameters.own().find(VERSION);
            boolean agrees = sent == null || sent == Node.Null.NULL || sent.equals(version);
            if (!agrees || EntityTag.version(tag) == 0) {
                return new Answer.Rejected(new Rejection(
                        Code.INVALID_PARAMETER, Message.of(MessageKey.BAD_IF_MATCH, Datum.REJECTED, tag)));
            }
            return endpoint.answer(caller, withVersion(parameters, version));
        };
    }

    private static Parameters withVersion(Parameters parameters, Node version) {
        Node.Mapping others = parameters.own().without(VERSION);
        Node.Mapping.Builder own = new Node.Mapping.Builder();
        for (int i = 0; i < others.size(); i++) {
            own.put(others.name(i), others.node(i));
        }
        return new Parameters(
                parameters.request(),
                parameters.face(),
                parameters.terms(),
                own.put(VERSION, version).build());
    }

    private static Answer.Data data(Node node) {
        return (generator, face) -> new NodeWriter(generator).write(node);
    }
}
