package io.proctemplate.adapter.cli;

/**
 * Something that no reader of the file could make sense of, or not every reader the same.
 *
 * @param message a sentence for people
 */
record SyntaxFault(Place place, String message) {

    static SyntaxFault duplicate(Place place, String name) {
        return new SyntaxFault(place, "the key \"" + Excerpt.of(name) + "\" comes twice in one object");
    }

    static SyntaxFault tooDeep(Place place) {
        return new SyntaxFault(place, "nested more than " + Part.MAX_DEPTH + " levels deep");
    }

    static SyntaxFault tooMany(Place place) {
        return new SyntaxFault(place, "more than " + Part.MAX_VALUES + " values, aliases followed");
    }

    /** Ends the reading of a file that makes no sense from here on. */
    static final class Fatal extends Exception {
        private static final long serialVersionUID = 1;

        private final transient SyntaxFault fault;

        Fatal(SyntaxFault fault) {
            super(fault.message(), null, false, false);
            this.fault = fault;
        }

        SyntaxFault fault() {
            return fault;
        }
    }
}
