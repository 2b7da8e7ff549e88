package vn.soto.edge.database;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the server says a connection's users may do, as {@code connectionStatus} with {@code showPrivileges} answers. */
record Rights(List<Document> privileges) {

    /** Built-in roles of the server itself have it: it stands for every action. */
    static final String ANY = "anyAction";

    /** Empty if nobody signed in, so that everybody may do everything. */
    static Optional<Rights> of(Document connectionStatus) {
        Document who = connectionStatus.get("authInfo", new Document());
        return documents(who, "authenticatedUsers").isEmpty()
                ? Optional.empty()
                : Optional.of(new Rights(documents(who, "authenticatedUserPrivileges")));
    }

    private static List<Document> documents(Document in, String field) {
        return in.containsKey(field) ? in.getList(field, Document.class) : List.of();
    }

    /** Actions allowed on a collection, however widely its resource was written down. */
    Set<String> on(String database, String collection) {
        Set<String> actions = new TreeSet<>();
        for (Document privilege : privileges) {
            if (covers(privilege.get("resource", new Document()), database, collection)) {
                actions.addAll(privilege.getList("actions", String.class));
            }
        }
        return actions;
    }

    private static boolean covers(Document resource, String database, String collection) {
        if (Boolean.TRUE.equals(resource.getBoolean("anyResource"))) {
            return true;
        }
        return matches(resource.getString("db"), database) && matches(resource.getString("collection"), collection);
    }

    /** An empty name stands for all; no name, for another kind of resource. */
    private static boolean matches(@Nullable String pattern, String name) {
        return pattern != null && (pattern.isEmpty() || pattern.equals(name));
    }
}
