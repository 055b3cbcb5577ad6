package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.instance.Host;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A host as the command line says it.
 *
 * @param addresses by key, each perhaps a list separated by commas
 */
record GivenHost(Map<String, String> addresses) {
    private static final String INNER_V4 = "inner_ip";
    private static final String OUTER_V4 = "outer_ip";
    private static final String INNER_V6 = "inner_ipv6";
    private static final String OUTER_V6 = "outer_ipv6";
    private static final List<String> KEYS = List.of(INNER_V4, OUTER_V4, INNER_V6, OUTER_V6);

    /** Reads {@code inner_ip=10.0.0.7,10.0.0.8,outer_ip=…}: what has no key goes on with the value before it. */
    static final class Converter implements ITypeConverter<GivenHost> {
        @Override
        public GivenHost convert(String text) {
            Map<String, String> addresses = new LinkedHashMap<>();
            String key = null;
            for (String part : text.split(",", -1)) {
                int equals = part.indexOf('=');
                if (equals < 0 && key != null) {
                    addresses.merge(key, part, (before, more) -> before + "," + more);
                } else {
                    key = equals < 0 ? part : part.substring(0, equals);
                    if (equals < 0 || !KEYS.contains(key) || addresses.put(key, part.substring(equals + 1)) != null) {
                        throw new TypeConversionException("'" + Excerpt.of(text)
                                + "' is no host; one is KEY=ADDRESS[,ADDRESS…][,KEY=…], each key once, of "
                                + String.join(", ", KEYS));
                    }
                }
            }
            return new GivenHost(Map.copyOf(addresses));
        }
    }

    Host host() {
        return new Host(address(INNER_V4), address(OUTER_V4), address(INNER_V6), address(OUTER_V6));
    }

    private String address(String key) {
        return addresses.getOrDefault(key, "");
    }

    Node toNode() {
        Node.Mapping.Builder node = new Node.Mapping.Builder();
        KEYS.forEach(key -> node.put(key, Scalar.of(address(key))));
        return node.build();
    }

    /** As it was given, the keys in their usual order. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String key : KEYS) {
            if (addresses.containsKey(key)) {
                text.append(text.length() == 0 ? "" : ",")
                        .append(key)
                        .append('=')
                        .append(address(key));
            }
        }
        return Excerpt.inLine(text.toString());
    }
}
