package io.proctemplate.domain.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeTest {
    private static Node.Mapping mapping(String... names) {
        Node.Mapping.Builder mapping = new Node.Mapping.Builder();
        for (String name : names) {
            mapping.put(name, Scalar.of("of " + name));
        }
        return mapping.build();
    }

    @Test
    void aMappingWithoutOneNameHasTheOthersInTheirOrder() {
        Node.Mapping whole = mapping("c", "a", "b");

        Node.Mapping others = whole.without("a");

        assertThat(others.size()).isEqualTo(2);
        assertThat(others.find("a")).isNull();
        assertThat(others.name(0)).isEqualTo("c");
        assertThat(others.name(1)).isEqualTo("b");
        assertThat(others.node(1)).isEqualTo(Scalar.of("of b"));
        assertThat(whole.find("a")).isEqualTo(Scalar.of("of a"));
        assertThat(mapping("a").without("a").size()).isZero();
    }

    @Test
    void aMappingWithoutANameThatItDoesNotHaveIsItself() {
        Node.Mapping whole = mapping("a", "b");

        assertThat(whole.without("A")).isSameAs(whole);
    }
}
