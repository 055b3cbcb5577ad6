package io.proctemplate.domain.template;

/**
 * The kinds of objects that calls name.
 *
 * <pre>{@code
 * ObjectType type = ObjectType.PROCESS_TEMPLATE;
 * }</pre>
 *
 * @since 0.1.0
 */
public enum ObjectType {
    PROCESS_TEMPLATE,
    SERVICE_TEMPLATE,
    SERVICE_CATEGORY
}
