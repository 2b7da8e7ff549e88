package vn.soto.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The differences of an answer from an earlier one, each as {@code where/field/0: before is now now}. */
public final class JsonDifferences {

    private JsonDifferences() {}

    /** @param where name of the whole, with which each place begins */
    public static List<String> of(String where, JsonNode before, JsonNode now) {
        List<String> differences = new ArrayList<>();
        compare(where, before, now, differences);
        return differences;
    }

    private static void compare(String where, JsonNode before, JsonNode now, List<String> differences) {
        if (before.isObject() && now.isObject()) {
            TreeSet<String> fields = new TreeSet<>(before.propertyNames());
            fields.addAll(now.propertyNames());
            for (String field : fields) {
                compare(where + "/" + field, before.path(field), now.path(field), differences);
            }
        } else if (before.isArray() && now.isArray() && before.size() == now.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(where + "/" + i, before.get(i), now.get(i), differences);
            }
        } else if (!before.equals(now)) {
            differences.add(where + ": " + before + " is now " + now);
        }
    }
}
