package io.proctemplate.application.api;

/** What a request gives back that has nothing to give back. */
public enum Nothing {
    NOTHING
}
