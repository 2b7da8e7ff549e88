package vn.soto.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A part of an answer together with its place in it, so that whatever a page shows can name where it stands.
 *
 * @param within the part that it is in; absent for the first
 * @param name   its name there, or its index; of the first its place
 * @param value  missing if the answer has no such part: what is absent is never 0
 */
public record Part(@Nullable Part within, String name, JsonNode value) {

    public Part(String place, JsonNode value) {
        this(null, place, value);
    }

    /** JSON pointer (RFC 6901) of the part in the answer; most parts are read and never asked for it. */
    public String place() {
        return within == null ? name : within.place() + "/" + escaped(name);
    }

    public Part get(String name) {
        return new Part(this, name, value.path(name));
    }

    /** The part at a path of names below this one, such as {@code "total/assistances"}. */
    public Part at(String path) {
        Part part = this;
        for (String name : path.split("/", -1)) {
            part = part.value.isArray() ? part.item(Integer.parseInt(name)) : part.get(name);
        }
        return part;
    }

    public Part item(int index) {
        return new Part(this, Integer.toString(index), value.path(index));
    }

    public List<Part> items() {
        List<Part> items = new ArrayList<>();
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            items.add(item(i));
        }
        return items;
    }

    /** The parts of an object by name, in its order. */
    public List<Map.Entry<String, Part>> fields() {
        List<Map.Entry<String, Part>> fields = new ArrayList<>();
        value.propertyNames().forEach(name -> fields.add(Map.entry(name, get(name))));
        return fields;
    }

    /**
     * The parts of the next state that differ from the present one, except its day; an absent value now equals false.
     */
    public List<Map.Entry<String, Part>> differing(Part now) {
        return fields().stream()
                .filter(field -> !field.getKey().equals("from"))
                .filter(field -> {
                    Part before = now.get(field.getKey());
                    return before.exists()
                            ? !field.getValue().value.equals(before.value)
                            : !field.getValue().value.isBoolean()
                                    || field.getValue().isTrue();
                })
                .toList();
    }

    public boolean exists() {
        return !(value instanceof MissingNode) && !value.isNull();
    }

    public boolean isEmpty() {
        return !exists() || (value.isContainer() && value.isEmpty());
    }

    /** The text, or the number as text; empty if there is none. */
    public String text() {
        return value.asString("");
    }

    /** The number of the entry in its list, from 1. */
    public String ordinal() {
        return String.valueOf(Integer.parseInt(name) + 1);
    }

    public Optional<String> optional() {
        return exists() ? Optional.of(text()) : Optional.empty();
    }

    public long number() {
        return value.asLong(0);
    }

    public boolean isTrue() {
        return value.asBoolean(false);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
