package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.wire.Code;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database on a disk that fills up under load. */
class DiskFullTest {
    private static final int BLOCKS = 2048;

    @TempDir
    private Path directory;

    @Test
    void nothingIsKeptInPartAndWithMoreRoomItGoesOn() {
        Database.Config config = TestedDatabase.H2_FILE.in(directory);
        String[] flags = TestedDatabase.flags(config, "--demo");
        try (Child full = Child.startWithSmallDisk(directory, BLOCKS, flags);
                Load load = new Load("a", new Client(full.port()))) {
            load.await(1, Load::isRefusal);
            load.end();
            assertThat(load.answers())
                    .contains(Code.OK.number())
                    .isSubsetOf(
                            Code.OK.number(),
                            Code.READ_FAILED.number(),
                            Code.INSERT_FAILED.number(),
                            Code.OUTCOME_UNKNOWN.number());
            full.kill();
            assertThat(full.outputLines())
                    .anyMatch(line -> line.contains("ERROR Fault: ") && line.contains("File too large"));

            try (Database database = Database.open(config)) {
                load.assertKept(database.unitOfWork());
            }
        }
        try (Child roomy = Child.start(directory, flags)) {
            assertThat(Client.code(new Client(roomy.port()).create(List.of(Client.item("more room")))))
                    .isZero();
        }
    }
}
