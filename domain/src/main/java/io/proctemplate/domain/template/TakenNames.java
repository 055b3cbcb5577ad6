package io.proctemplate.domain.template;

import java.util.Map;

/** Names that stored templates of a scope have already, each with the id of its holder. */
public record TakenNames(Map<String, Long> processNames, Map<FunctionKey, Long> functions) {
    public TakenNames {
        processNames = Map.copyOf(processNames);
        functions = Map.copyOf(functions);
    }

    public static TakenNames none() {
        return new TakenNames(Map.of(), Map.of());
    }
}
