package io.proctemplate.adapter.jdbc;

import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.mvstore.type.MetaType;

/** Tears the file of an embedded database that is closed, below its SQL. */
public final class TornFile {
    /** The engine's own list of tables, and what it keeps of transactions that have ended. */
    private static final String OF_THE_ENGINE = "table\\.0|undoLog.*|openTransactions|_|lobRef|tempLobMap";

    private TornFile() {}

    /** The tables and indexes, by the names that the engine gives them. */
    static List<String> maps(Path file) {
        try (MVStore store = MVStore.open(file.toString())) {
            return store.getMapNames().stream()
                    .filter(name -> !name.matches(OF_THE_ENGINE))
                    .toList();
        }
    }

    /** Takes a row from one table or index and from nothing else; false for one that has less than two. */
    static boolean takeOneFrom(Path file, String name) {
        try (MVStore store = MVStore.open(file.toString())) {
            TransactionStore types = new TransactionStore(store, new MetaType<>(null, null), null, 0);
            MVMap<Object, Object> map = types.openMap(name, null, null);
            // The engine makes an index that is empty anew.
            return map.sizeAsLong() > 1 && map.remove(map.lastKey()) != null;
        }
    }

    /** Takes a row from an index, which then finds one less than the others. */
    public static void takeOneFromAnIndex(Path file) {
        if (maps(file).stream().filter(name -> name.startsWith("index.")).noneMatch(name -> takeOneFrom(file, name))) {
            throw new IllegalStateException("no index has two rows");
        }
    }
}
