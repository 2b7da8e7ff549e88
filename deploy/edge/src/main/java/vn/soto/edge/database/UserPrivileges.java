package vn.soto.edge.database;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The privileges of a connection's users, from the server's answer to {@code connectionStatus} with {@code
 * showPrivileges}.
 */
record UserPrivileges(List<Document> privileges) {

    /** Stands for every action; built-in roles of the server have it. */
    static final String ANY = "anyAction";

    /** Empty for an unauthenticated connection, which may do everything. */
    static Optional<UserPrivileges> of(Document connectionStatus) {
        Document who = connectionStatus.get("authInfo", new Document());
        return documents(who, "authenticatedUsers").isEmpty()
                ? Optional.empty()
                : Optional.of(new UserPrivileges(documents(who, "authenticatedUserPrivileges")));
    }

    private static List<Document> documents(Document in, String field) {
        return in.containsKey(field) ? in.getList(field, Document.class) : List.of();
    }

    /** The actions allowed on a collection by all privileges that cover it. */
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

    /** An empty name matches all names; an absent one belongs to another kind of resource. */
    private static boolean matches(@Nullable String pattern, String name) {
        return pattern != null && (pattern.isEmpty() || pattern.equals(name));
    }
}
