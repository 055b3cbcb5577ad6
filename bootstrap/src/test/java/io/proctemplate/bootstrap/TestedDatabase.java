package io.proctemplate.bootstrap;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.adapter.jdbc.PostgresqlServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The databases that the program is tested on. */
enum TestedDatabase {
    H2_FILE {
        @Override
        Database.Config in(Path directory) {
            return new Database.Config("jdbc:h2:file:" + directory.resolve("main"), "sa", "", 2);
        }
    },
    POSTGRESQL {
        @Override
        Database.Config in(Path directory) {
            return PostgresqlServer.newDatabase();
        }
    };

    /** One that holds nothing; kept in {@code directory} if it is embedded. */
    abstract Database.Config in(Path directory);

    /** The flags of a server on {@code database} that listens to any free port, and {@code more}. */
    static String[] flags(Database.Config database, String... more) {
        List<String> flags = new ArrayList<>(List.of(
                "--http-port=0",
                "--db-url=" + database.url(),
                "--db-user=" + database.user(),
                "--db-password=" + database.password()));
        flags.addAll(List.of(more));
        return flags.toArray(String[]::new);
    }

    /** Such a server, in this process. */
    static Server serve(Database.Config database, String... more) {
        return Server.start(SettingsReader.read(Flags.parse(flags(database, more)), Map.of()));
    }
}
