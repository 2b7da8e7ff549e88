package vn.soto.edge.database;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The required and the tolerated actions of a user on a collection.
 *
 * @param collection {@code *} for any collection
 */
record Need(String database, String collection, Set<String> required, Set<String> tolerated) {

    /** Actions of the built-in role {@code read}, and further read-only ones. */
    static final Set<String> READING = Set.of(
            "changeStream",
            "collStats",
            "dbHash",
            "dbStats",
            "find",
            "indexStats",
            "killCursors",
            "listCollections",
            "listIndexes",
            "listSearchIndexes",
            "planCacheRead");

    static Need reading(String database, String collection, String... actions) {
        return new Need(database, collection, Set.of(actions), READING);
    }

    static Need appending(String database, String collection) {
        return new Need(database, collection, Set.of("find", "insert", "listIndexes"), with("insert"));
    }

    /** Allows to read and to insert, and neither to change nor to remove. */
    static Need adding(String database, String collection) {
        return new Need(database, collection, Set.of("find", "insert"), with("insert"));
    }

    static Need updating(String database, String collection) {
        return new Need(database, collection, Set.of("find", "update"), with("insert", "update"));
    }

    /** Allows inserts and updates, and no removal. */
    static Need writing(String database, String collection) {
        return new Need(database, collection, Set.of("find", "insert", "update"), with("insert", "update"));
    }

    /** Allows everything, for a database of the node's own. */
    static Need owning(String database) {
        return new Need(
                database,
                "*",
                Set.of("find", "insert", "update", "remove", "createCollection", "createIndex", "dropCollection"),
                Set.of());
    }

    private static Set<String> with(String... actions) {
        Set<String> all = new TreeSet<>(READING);
        all.addAll(Set.of(actions));
        return all;
    }

    /** Returns the fault of the given rights, as text; empty if they are right. */
    Optional<String> brokenBy(UserPrivileges rights) {
        Set<String> actions = rights.on(database, collection);
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(actions);
        if (!missing.isEmpty() && !actions.contains(UserPrivileges.ANY)) {
            return Optional.of("it may not %s on %s.%s".formatted(String.join(", ", missing), database, collection));
        }
        Set<String> excessive = new TreeSet<>(actions);
        excessive.removeAll(tolerated);
        return tolerated.isEmpty() || excessive.isEmpty()
                ? Optional.empty()
                : Optional.of("it may %s on %s.%s".formatted(String.join(", ", excessive), database, collection));
    }
}
