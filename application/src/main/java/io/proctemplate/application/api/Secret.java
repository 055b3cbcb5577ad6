package io.proctemplate.application.api;

/** A secret on its way to the one who is told it; does not show it as text by accident. */
public record Secret(String text) {
    @Override
    public String toString() {
        return "Secret";
    }
}
