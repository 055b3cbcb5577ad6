package io.proctemplate.domain.field;

/** A constant that the wire spells as a short text. */
public sealed interface Choice permits BindAddress, Protocol {

    /** How the wire spells it; unique within its enum. */
    String wire();
}
