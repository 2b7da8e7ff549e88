package vn.soto.contracts.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A quarter of a year, written {@code 2026-Q3}; a {@link QuarterCalendar} determines its days. */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    static final Quarter FIRST = new Quarter(2000, 1);
    static final Quarter LAST = new Quarter(2999, 4);

    private static final Pattern FORM = Pattern.compile("(2\\d{3})-Q([1-4])");

    public Quarter {
        if (number < 1 || number > 4 || year < 2000 || year > 2999) {
            throw new IllegalArgumentException("a quarter is 1 to 4 of a year 2000 to 2999: " + year + "-Q" + number);
        }
    }

    public static Quarter parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a quarter is written like 2026-Q3, not " + text);
        }
        return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public Quarter next() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    /** Whether no quarter comes before it. */
    public boolean isFirst() {
        return equals(FIRST);
    }

    /** Whether no quarter comes after it. */
    public boolean isLast() {
        return equals(LAST);
    }

    /** The quarters from this one to another, both included; none if that is earlier. */
    public Stream<Quarter> through(Quarter last) {
        return IntStream.rangeClosed(index(), last.index()).mapToObj(each -> new Quarter(each / 4, each % 4 + 1));
    }

    private int index() {
        return year * 4 + number - 1;
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    /** The quarter and its neighbours, to one of which each of its days belongs by another calendar. */
    public Stream<Quarter> around() {
        return Stream.concat(
                equals(FIRST) ? Stream.empty() : Stream.of(previous()),
                equals(LAST) ? Stream.of(this) : Stream.of(this, next()));
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(index(), other.index());
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
