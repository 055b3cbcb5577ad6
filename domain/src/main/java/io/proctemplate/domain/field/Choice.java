package io.proctemplate.domain.field;

/**
 * A constant that the wire spells as a short text.
 *
 * <pre>{@code
 * List<String> wires = new ArrayList<>();
 * for (Choice protocol : Protocol.values()) {
 *     wires.add(protocol.wire());
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface Choice permits BindAddress, Protocol {

    /** How the wire spells it; unique within its enum. */
    String wire();
}
