package vn.soto.page.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * The values of a form by the names of its fields: {@code household}, {@code content.services},
 * {@code members.0.member}. A field that was shown and left empty is there, and empty; a name that begins with
 * {@code _} is none of the command. Immutable.
 */
public final class Typed {

    /** A page of fifty records has fewer. */
    private static final int MOST_FIELDS = 5_000;

    private final SequencedMap<String, List<String>> values;

    private Typed(SequencedMap<String, List<String>> values) {
        this.values = values;
    }

    public static Typed nothing() {
        return new Typed(new LinkedHashMap<>());
    }

    public static Typed of(Map<String, String> values) {
        Typed typed = nothing();
        values.forEach((name, value) -> typed.values.put(name, List.of(value)));
        return typed;
    }

    /** The values that a server read of a form; throws {@link UnreadableException} if it has too many fields. */
    public static Typed of(MultiValueMap<String, String> form) {
        if (form.values().stream().mapToInt(List::size).sum() > MOST_FIELDS) {
            throw new UnreadableException();
        }
        return new Typed(new LinkedHashMap<>(form));
    }

    /** Thrown by text that is no form: a broken escape, no UTF-8, too many fields. */
    public static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @throws UnreadableException if it is broken
     */
    public static Typed read(String encoded) {
        SequencedMap<String, List<String>> values = new LinkedHashMap<>();
        int fields = 0;
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++fields > MOST_FIELDS) {
                throw new UnreadableException();
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            values.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
        }
        return new Typed(values);
    }

    private static String decoded(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new UnreadableException();
                }
                bytes[length++] = (byte) (high * 16 + low);
                i += 2;
            } else if (each == '+') {
                bytes[length++] = ' ';
            } else {
                for (byte part : String.valueOf(each).getBytes(StandardCharsets.UTF_8)) {
                    bytes[length++] = part;
                }
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableException();
        }
    }

    /** With one more value of a field that has several; a value that it has already stays once. */
    public Typed and(String path, String value) {
        SequencedMap<String, List<String>> more = new LinkedHashMap<>(values);
        List<String> all = new ArrayList<>(all(path));
        if (!all.contains(value)) {
            all.add(value);
        }
        more.put(path, all);
        return new Typed(more);
    }

    /** The value of a field without spaces around it; empty if it has none, or was not shown. */
    public String text(String path) {
        return values.getOrDefault(path, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The values of a field that takes several, without empty ones. */
    public List<String> all(String path) {
        return values.getOrDefault(path, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether the field was shown, or filled in. */
    public boolean has(String path) {
        return values.containsKey(path);
    }

    /** The rows of a list of groups, by their numbers in the names of fields, in order. */
    public List<Integer> rows(String path) {
        String prefix = path + ".";
        return values.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).split("\\.", 2)[0])
                .filter(number -> number.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether anything is filled in at a path or below it. */
    public boolean isFilled(String path) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().equals(path) || each.getKey().startsWith(path + "."))
                .anyMatch(each -> each.getValue().stream().anyMatch(value -> !value.isBlank()));
    }

    public Typed with(String path, String value) {
        return with(path, List.of(value));
    }

    public Typed with(String path, List<String> several) {
        SequencedMap<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(path, List.copyOf(several));
        return new Typed(more);
    }

    /** With these values where this has none. */
    public Typed orElse(Map<String, List<String>> known) {
        SequencedMap<String, List<String>> more = new LinkedHashMap<>(values);
        known.forEach((path, value) -> {
            if (text(path).isEmpty() && !has(path)) {
                more.put(path, List.copyOf(value));
            }
        });
        return new Typed(more);
    }

    /** Without a field, and those below it. */
    public Typed without(String path) {
        SequencedMap<String, List<String>> less = new LinkedHashMap<>(values);
        less.keySet().removeIf(name -> name.equals(path) || name.startsWith(path + "."));
        return new Typed(less);
    }

    /** With all of another's values, in place of its own. */
    public Typed merged(Typed other) {
        SequencedMap<String, List<String>> more = new LinkedHashMap<>(values);
        more.putAll(other.values);
        return new Typed(more);
    }

    public Set<String> names() {
        return values.sequencedKeySet().stream().collect(Collectors.toUnmodifiableSet());
    }

    /** The value of a button or of a field of the form itself, such as {@code _step}; empty if there is none. */
    public Optional<String> own(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }
}
