package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Once;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Terms;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.wire.Code;
import io.proctemplate.wire.RequestHash;
import io.proctemplate.wire.WriteOptionsParameters;
import io.proctemplate.wire.text.MessageKey;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A call that changes something, on the terms that the request asks for (wire contract, section 4.5).
 *
 * @param done what is answered when it is done
 * @param tried what is answered when it would have been done: nothing that does not exist has an id
 */
record WritingEndpoint<P, T>(
        Function<Node.Mapping, Validated<P>> parse,
        BiFunction<Caller, P, Outcome<T>> useCase,
        Function<Outcome.Done<T>, Answer.Done> done,
        Function<Outcome.Done<T>, Answer.Done> tried,
        Envelopes envelopes)
        implements Endpoint {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Override
    public Answer answer(Caller caller, Parameters parameters) {
        String key = parameters.request().headers().first(Headers.IDEMPOTENCY_KEY);
        if (key != null && !KEY.matcher(key).matches()) {
            return new Answer.Rejected(new Rejection(Code.INVALID_PARAMETER, MessageKey.BAD_IDEMPOTENCY_KEY));
        }
        Terms asked = WriteOptionsParameters.read(parameters.own(), parameters.terms());
        Terms terms = key == null ? asked : asked.with(once(key, parameters));
        Answer answer = terms.judge(parse.apply(WriteOptionsParameters.without(parameters.own())))
                .fold((read, warnings) -> answer(caller.on(terms), read), Answer::invalid);
        return terms.dryRun() ? new Answer.Tried(answer) : answer;
    }

    private Answer answer(Caller caller, P read) {
        Function<Outcome.Done<T>, Answer.Done> form = caller.terms().dryRun() ? tried : done;
        return useCase.apply(caller, read)
                .fold(
                        form::apply,
                        refused -> new Answer.Refused(refused.refusal(), refused.warnings()),
                        replayed -> new Answer.Replayed(replayed.answer()));
    }

    private Once once(String key, Parameters parameters) {
        return new Once(
                key,
                RequestHash.of(parameters.own()),
                outcome -> envelopes.transcript(parameters.request(), parameters.face(), done.apply(own(outcome))));
    }

    /** A use case has nothing written down but what it gives back itself. */
    @SuppressWarnings("unchecked")
    private Outcome.Done<T> own(Outcome.Done<?> outcome) {
        return (Outcome.Done<T>) outcome;
    }
}
