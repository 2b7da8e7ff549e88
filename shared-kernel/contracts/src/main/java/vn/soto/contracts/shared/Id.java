package vn.soto.contracts.shared;

/** An opaque identifier: 1 to 64 of {@code a-z 0-9 -}, written as that text in JSON and as aggregate identifier. */
public interface Id extends Comparable<Id> {

    int LONGEST = 64;

    /** Regular expression of the texts that {@link #checked} accepts. */
    String FORM = "[a-z0-9][a-z0-9-]{0,63}";

    String value();

    static String checked(String value) {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("an id has 1 to 64 lower-case letters, digits or hyphens: " + value);
        }
        return value;
    }

    static boolean isWellFormed(String value) {
        if (value.isEmpty() || value.length() > LONGEST || value.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !digit && c != '-') {
                return false;
            }
        }
        return true;
    }

    @Override
    default int compareTo(Id other) {
        return value().compareTo(other.value());
    }
}
