package io.proctemplate.adapter.cli;

import io.proctemplate.adapter.cli.Commands.Surroundings;
import io.proctemplate.application.api.Administered;
import io.proctemplate.application.api.Administered.Refused;
import io.proctemplate.application.api.AdministeredName;
import io.proctemplate.application.api.Administration;
import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Node;
import java.util.List;
import java.util.function.Function;

/** Whom a command on the database answers: done or not, as text or as JSON. */
record Operator(Surroundings surroundings) {

    Administration administration() {
        return surroundings.administration().get();
    }

    /** Says what came of a command that gives one thing: as JSON, or in words. */
    <T> int answer(Administered<T> outcome, boolean json, Function<T, Node.Mapping> form, Function<T, String> words) {
        return outcome.fold(value -> say(json ? Json.of(form.apply(value)) : words.apply(value)), this::complain);
    }

    /** Says what came of a command that lists: as a JSON array, or as a table. */
    <T> int list(Administered<List<T>> outcome, boolean json, List<String> columns, Function<T, Node.Mapping> form) {
        return outcome.fold(
                all -> {
                    List<Node.Mapping> rows = all.stream().map(form).toList();
                    return say(json ? Json.of(new Node.Sequence(List.copyOf(rows))) : Table.of(columns, rows));
                },
                this::complain);
    }

    private int say(String text) {
        surroundings.out().println(text);
        return Commands.FINE;
    }

    private <T> int complain(Refused<T> refused) {
        surroundings.err().println("proctemplate: " + sentence(refused));
        return Commands.FAULTY;
    }

    private static String sentence(Refused<?> refused) {
        String subject = refused.subject();
        return switch (refused.reason()) {
            case BUSINESS_EXISTS -> "there is a business " + subject + " already";
            case BUSINESS_UNKNOWN -> "there is no business " + subject;
            case BUSINESS_NOT_EMPTY -> "business " + subject + " is not empty: templates or categories belong to it";
            case APP_EXISTS -> "there is an application " + subject + " already";
            case APP_UNKNOWN -> "there is no such application" + (subject.isEmpty() ? "" : ": " + subject);
            case SERVICE_TEMPLATE_UNKNOWN -> "there is no service template " + subject + " in the business";
            case RIGHT_UNKNOWN ->
                "the user does not have exactly this right; ./run user list tells which ones there are";
            case LOGIN_UNKNOWN -> "there is no token with the id " + subject;
            case STORAGE_FAILED -> "the database failed, nothing was changed";
            case STORAGE_BUSY -> "the database is busy, nothing was changed: try again";
        };
    }

    /** The name {@code text}, which {@code what} has. */
    static AdministeredName name(String text, String what) {
        return AdministeredName.parse(text)
                .orElseThrow(() -> new BadArgument(what + " must be 1 to " + AdministeredName.MAX_BYTES
                        + " bytes, without control characters and blanks at its ends"));
    }
}
