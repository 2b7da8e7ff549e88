package vn.soto.plans.imports.table;

import java.util.List;

/** The beginning of a text from a file, short enough to be repeated in a message. */
final class Excerpt {

    /** Length of an argument of a message; a list of the values of a column is the longest that is repeated whole. */
    private static final int LONGEST_ARGUMENT = 500;

    private Excerpt() {}

    static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    static List<Object> of(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof String text ? (Object) of(text, LONGEST_ARGUMENT) : argument)
                .toList();
    }
}
