package io.proctemplate.domain.template;

import java.util.Map;

/**
 * Names that stored templates of a scope have already, each with the id of its holder.
 *
 * <pre>{@code
 * TakenNames stored = new TakenNames(Map.of("web", 52L), Map.of(new FunctionKey("nginx", ""), 52L));
 * }</pre>
 *
 * @since 0.1.0
 */
public record TakenNames(Map<String, Long> processNames, Map<FunctionKey, Long> functions) {
    public TakenNames {
        processNames = Map.copyOf(processNames);
        functions = Map.copyOf(functions);
    }

    /** No name is taken. */
    public static TakenNames none() {
        return new TakenNames(Map.of(), Map.of());
    }
}
