package vn.soto.page.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.soto.page.Part;

/**
 * A value that differs between two versions of a record.
 *
 * @param field  name of the component; of a part of one, the names joined by dots
 * @param before does not exist if the earlier version has no such value
 * @param after  does not exist if the later version has none
 */
public record Difference(String field, Part before, Part after) {

    /** All values in which two objects differ, in the order of the later one. */
    public static List<Difference> between(Part before, Part after) {
        Map<String, Part> old = leaves(before);
        Map<String, Part> fresh = leaves(after);
        Set<String> names = new LinkedHashSet<>(fresh.keySet());
        names.addAll(old.keySet());
        List<Difference> found = new ArrayList<>();
        for (String name : names) {
            Part was = old.getOrDefault(name, before.get("").get(""));
            Part is = fresh.getOrDefault(name, after.get("").get(""));
            if (!was.equals(is)) {
                found.add(new Difference(name, was, is));
            }
        }
        return found;
    }

    /** Name of the component itself. */
    public String name() {
        String[] names = field.split("\\.", -1);
        for (int i = names.length - 1; i >= 0; i--) {
            if (!names[i].matches("\\d+")) {
                return names[i];
            }
        }
        return field;
    }

    private static Map<String, Part> leaves(Part part) {
        Map<String, Part> leaves = new LinkedHashMap<>();
        collect("", part, leaves);
        return leaves;
    }

    /** A list of plain values is one value: what people read is the whole list. */
    private static void collect(String path, Part part, Map<String, Part> leaves) {
        if (part.value().isObject()) {
            part.fields().forEach(field -> collect(join(path, field.getKey()), field.getValue(), leaves));
        } else if (part.value().isArray()
                && part.items().stream().anyMatch(item -> item.value().isObject())) {
            for (int i = 0; i < part.items().size(); i++) {
                collect(join(path, String.valueOf(i)), part.item(i), leaves);
            }
        } else if (part.exists()) {
            leaves.put(path, part);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
