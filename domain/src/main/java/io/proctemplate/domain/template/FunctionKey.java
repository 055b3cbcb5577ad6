package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Fields;

/**
 * What tells two processes of one scope apart on a host: the program and its start parameters, compared byte for byte.
 *
 * @param startParameter the pattern, "" for none
 */
public record FunctionKey(String functionName, String startParameter) {

    /** Whether a template may carry it; not every store can even be asked about another one. */
    boolean isAcceptable() {
        return Fields.BK_FUNC_NAME.accepts(functionName) && Fields.BK_START_PARAM_REGEX.accepts(startParameter);
    }
}
