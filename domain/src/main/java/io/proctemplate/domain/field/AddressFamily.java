package io.proctemplate.domain.field;

/** The two families of internet addresses. */
public enum AddressFamily {
    IPV4,
    IPV6
}
