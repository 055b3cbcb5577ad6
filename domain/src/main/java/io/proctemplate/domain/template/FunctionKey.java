package io.proctemplate.domain.template;

/**
 * What tells two processes of one scope apart on a host: the program and its start parameters, compared byte for byte.
 *
 * @param startParameter the pattern, "" for none
 */
public record FunctionKey(String functionName, String startParameter) {}
