package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Better no server than one that lost a thread and does not know: a supervisor starts the next. */
class OutOfMemoryTest {
    private static final int OUT_OF_MEMORY = 3;
    private static final Map<String, String> SMALL = Map.of("JDK_JAVA_OPTIONS", "-Xmx64m");

    @TempDir
    private Path directory;

    /** The program, and beside it a thread that takes all of the heap and takes no notice of what comes of it. */
    static final class HeapTaker {
        private HeapTaker() {}

        public static void main(String... flags) {
            Main.main(flags);
            takeAll(() -> {
                try {
                    return new byte[1 << 20];
                } catch (OutOfMemoryError swallowed) {
                    return swallowed;
                }
            });
        }
    }

    /** The program, and beside it a thread that takes all memory there is outside of the heap. */
    static final class DirectMemoryTaker {
        private DirectMemoryTaker() {}

        public static void main(String... flags) {
            Main.main(flags);
            takeAll(() -> ByteBuffer.allocateDirect(1 << 20));
        }
    }

    private static void takeAll(Supplier<Object> piece) {
        new Thread(() -> {
                    List<Object> taken = new ArrayList<>();
                    while (taken.size() < Integer.MAX_VALUE) {
                        taken.add(piece.get());
                    }
                })
                .start();
    }

    private void assertEndsItselfWithItsOwnStatus(Class<?> main) {
        try (Child child = Child.start(directory, SMALL, main, "--http-port=0", "--db-url=jdbc:h2:mem:memory")) {
            assertThat(child.port()).isPositive();
            assertThat(child.exitStatus()).isEqualTo(OUT_OF_MEMORY);
        }
    }

    @Test
    void whenTheHeapIsFullTheProgramEnds() {
        assertEndsItselfWithItsOwnStatus(HeapTaker.class);
    }

    @Test
    void whenMemoryOutsideOfTheHeapRunsOutTheProgramEnds() {
        assertEndsItselfWithItsOwnStatus(DirectMemoryTaker.class);
    }

    /** {@link Child} starts the program with these options; this is how others do. */
    @Test
    void whateverStartsTheProgramUsesTheSameOptions() throws IOException {
        assertThat(Files.readString(Path.of("..", "run"))).contains("@$home/bootstrap/jvm.options");
    }
}
