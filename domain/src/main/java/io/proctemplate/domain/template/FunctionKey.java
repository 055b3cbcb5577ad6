package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Fields;

/**
 * What tells two processes of one scope apart on a host: the program and its start parameters, compared byte for byte.
 *
 * <pre>{@code
 * boolean same = template.functionKey().equals(new FunctionKey("nginx", "")); // no parameter counts as ""
 * }</pre>
 *
 * @param startParameter the pattern, "" for none
 * @since 0.1.0
 */
public record FunctionKey(String functionName, String startParameter) {

    /** Whether a template may carry it; not every store can even be asked about another one. */
    boolean isAcceptable() {
        return Fields.BK_FUNC_NAME.accepts(functionName) && Fields.BK_START_PARAM_REGEX.accepts(startParameter);
    }
}
