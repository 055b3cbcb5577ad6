package io.proctemplate.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String SMILE = "\ud83d\ude00";

    @Test
    void hundredCharactersAreShownWhole() {
        assertThat(Excerpt.cut("x".repeat(100))).hasSize(100);
        assertThat(Excerpt.cut(SMILE.repeat(100))).isEqualTo(SMILE.repeat(100));
        assertThat(Excerpt.inMessage("x".repeat(100))).doesNotContain("…");
    }

    @Test
    void moreIsCutBetweenCharactersAndMarkedInMessages() {
        assertThat(Excerpt.cut("x".repeat(101))).isEqualTo("x".repeat(100));
        assertThat(Excerpt.cut("x" + SMILE.repeat(100))).isEqualTo("x" + SMILE.repeat(99));
        assertThat(Excerpt.inMessage("x".repeat(101))).isEqualTo("x".repeat(100) + "…");
    }

    @Test
    void halvesOfPairsAreReplacedAndPairsAreKept() {
        assertThat(Excerpt.wellFormed("a\ud83db")).isEqualTo("a\ufffdb");
        assertThat(Excerpt.wellFormed("\ude00\ud83d")).isEqualTo("\ufffd\ufffd");
        assertThat(Excerpt.wellFormed("\ud83d" + SMILE)).isEqualTo("\ufffd" + SMILE);
        assertThat(Excerpt.wellFormed(SMILE)).isEqualTo(SMILE);
    }
}
