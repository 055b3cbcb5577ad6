package io.proctemplate.adapter.jdbc;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.ProcessProperty;
import org.jspecify.annotations.Nullable;

/** The fields that have a column of their own, because they are unique; the document does not repeat their values. */
record KeyColumns(String processName, String functionName, String startParameter) {

    static KeyColumns of(ProcessProperty property) {
        FunctionKey key = property.functionKey();
        return new KeyColumns(property.processName(), key.functionName(), key.startParameter());
    }

    /** The text in the column of {@code field}, null if it has none. */
    @Nullable
    String find(String field) {
        if (field.equals(Fields.BK_PROCESS_NAME.name())) {
            return processName;
        }
        if (field.equals(Fields.BK_FUNC_NAME.name())) {
            return functionName;
        }
        return field.equals(Fields.BK_START_PARAM_REGEX.name()) ? startParameter : null;
    }
}
