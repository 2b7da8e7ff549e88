package vn.soto.contracts.shared;

import java.util.regex.Pattern;

/** An opaque identifier: 1 to 64 of {@code a-z 0-9 -}, written as that text in JSON and as aggregate identifier. */
public interface Id extends Comparable<Id> {

    Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    String value();

    static String checked(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an id has 1 to 64 lower-case letters, digits or hyphens: " + value);
        }
        return value;
    }

    @Override
    default int compareTo(Id other) {
        return value().compareTo(other.value());
    }
}
