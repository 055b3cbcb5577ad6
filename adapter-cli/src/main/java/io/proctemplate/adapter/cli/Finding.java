package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.wire.Code;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong at a place of a file, or worth a warning.
 *
 * @param violation null for a fault of the syntax
 */
record Finding(Place place, String message, @Nullable Violation violation) {

    static Finding of(SyntaxFault fault) {
        return new Finding(fault.place(), fault.message(), null);
    }

    static Finding of(Violation violation, Part document, Function<Violation, String> sentence) {
        String pointer = violation.path().pointer();
        boolean aboutTheName = violation.rule() == Rule.UNKNOWN_KEY || violation.rule() == Rule.LEGACY_KEY;
        Place place = aboutTheName ? document.placeOfName(pointer) : document.placeOf(pointer);
        return new Finding(place, sentence.apply(violation), violation);
    }

    /** As compilers write it, so that editors find the place. */
    String line(String file, String severity) {
        String what = violation == null
                ? "syntax"
                : Code.of(violation.rule()).number() + " " + violation.path().pointer();
        return file + ":" + place.line() + ":" + place.column() + ": " + severity + ": " + Excerpt.inLine(message)
                + " [" + Excerpt.inLine(what.strip()) + "]";
    }

    Node toNode() {
        Node.Mapping.Builder node = new Node.Mapping.Builder()
                .put("line", Scalar.of(place.line()))
                .put("column", Scalar.of(place.column()));
        if (violation != null) {
            node.put("pointer", Scalar.of(violation.path().pointer()));
            node.put("code", Scalar.of(Code.of(violation.rule()).number()));
            violation.rejected().ifPresent(value -> node.put("rejected", Scalar.of(Excerpt.of(value))));
        }
        return node.put("message", Scalar.of(Excerpt.inLine(message))).build();
    }
}
