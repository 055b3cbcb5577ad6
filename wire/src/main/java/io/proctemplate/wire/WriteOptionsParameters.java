package io.proctemplate.wire;

import io.proctemplate.application.api.Terms;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters that say how a call that changes something is to be carried out, whatever it changes. */
public final class WriteOptionsParameters {
    /** The parameter that asks for a dry run. */
    public static final String DRY_RUN = "dry_run";

    private static final String FIELD_VALIDATION = "field_validation";
    private static final String WARN = "warn";
    private static final String STRICT = "strict";

    /** All of them. */
    public static final List<String> NAMES = List.of(DRY_RUN, FIELD_VALIDATION);

    private WriteOptionsParameters() {}

    /** What the two parameters say, each of which may stand in {@code body}, in {@code query}, or alike in both. */
    public static Terms read(Node.Mapping body, Node.Mapping query) {
        if (isSilent(body) && isSilent(query)) {
            return Terms.PLAIN;
        }
        Parameters said = Parameters.of(joined(body, query));
        boolean dryRun = said.flag(DRY_RUN);
        String validation = said.text(FIELD_VALIDATION);
        if (validation != null && !validation.equals(WARN) && !validation.equals(STRICT)) {
            said.out().error(Violation.notAChoice(said.at(FIELD_VALIDATION), List.of(WARN, STRICT), validation));
        }
        NAMES.forEach(name -> agree(said, name, query.find(name)));
        return new Terms(dryRun, STRICT.equals(validation), null, said.out().errors());
    }

    private static boolean isSilent(Node.Mapping parameters) {
        return NAMES.stream().allMatch(name -> parameters.find(name) == null);
    }

    /** The two parameters from {@code body} or, where it has none or null, from {@code query}. */
    private static Node.Mapping joined(Node.Mapping body, Node.Mapping query) {
        Node.Mapping.Builder joined = new Node.Mapping.Builder();
        for (String name : NAMES) {
            Node inBody = body.find(name);
            Node said = inBody == null || inBody == Node.Null.NULL ? query.find(name) : inBody;
            if (said != null) {
                joined.put(name, said);
            }
        }
        return joined.build();
    }

    /** Whoever says two things may mean either; neither is done. */
    private static void agree(Parameters said, String name, @Nullable Node inQuery) {
        String one = said.node(name).excerpt();
        if (inQuery != null && !one.equals(inQuery.excerpt())) {
            said.out().error(Violation.notAChoice(said.at(name), List.of(inQuery.excerpt()), one));
        }
    }

    /** {@code body} without the two parameters: what the call itself knows. */
    public static Node.Mapping without(Node.Mapping body) {
        return body.without(DRY_RUN).without(FIELD_VALIDATION);
    }
}
