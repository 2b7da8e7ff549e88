package vn.soto.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.soto.web.Language;

/** How numbers, days and times are written in a language; times are those of Viet Nam. */
public final class Formats {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Formats VIETNAMESE = new Formats(Locale.of("vi", "VN"));
    private static final Formats ENGLISH = new Formats(Locale.UK);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int SHORTEST_HASH = 16;
    private static final Pattern CODE = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9a-f]{" + SHORTEST_HASH + ",}$|\\b[a-z]+-[a-z]+-[0-9]+[a-z]?\\b");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|\\b[a-z]+-[a-z]+-[0-9]+[a-z]?\\b");
    private static final long TENTH = 100;
    private static final String[] ROMAN = {"", "I", "II", "III", "IV"};

    private final Locale locale;
    /** Copied for each number: a format is not thread-safe, and a new one is looked up by its locale. */
    private final NumberFormat numbers;

    private final NumberFormat integers;
    private final DateTimeFormatter day =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(VIETNAM);
    private final DateTimeFormatter time =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(VIETNAM);

    private Formats(Locale locale) {
        this.locale = locale;
        this.numbers = NumberFormat.getNumberInstance(locale);
        this.integers = NumberFormat.getIntegerInstance(locale);
    }

    public static Formats in(Locale language) {
        return Language.isEnglish(language) ? ENGLISH : VIETNAMESE;
    }

    public String number(long number) {
        return ((NumberFormat) integers.clone()).format(number);
    }

    public String number(BigDecimal number) {
        return ((NumberFormat) numbers.clone()).format(number);
    }

    /** A number of thousandths, as whole and decimals: points of a score. */
    public String thousandths(long thousandths) {
        return number(BigDecimal.valueOf(thousandths, 3).stripTrailingZeros());
    }

    /** Thousandths of points with one decimal, as people compare scores. */
    public String points(long thousandths) {
        NumberFormat decimals = (NumberFormat) numbers.clone();
        decimals.setMinimumFractionDigits(1);
        return decimals.format(BigDecimal.valueOf(thousandths, 3).setScale(1, RoundingMode.HALF_UP));
    }

    /** The points of which a score is the sum, each rounded so that what is printed adds up to the printed score. */
    public List<String> addends(List<Long> thousandths) {
        List<String> printed = new ArrayList<>();
        long sum = 0;
        long before = 0;
        for (long part : thousandths) {
            sum += part;
            long tenths = Math.floorDiv(sum + TENTH / 2, TENTH);
            printed.add(points((tenths - before) * TENTH));
            before = tenths;
        }
        return printed;
    }

    /** A number of thousandths of a whole, in percent. */
    public String permille(long permille) {
        return number(BigDecimal.valueOf(permille, 1).stripTrailingZeros()) + "%";
    }

    /** A text with a capital at its beginning. */
    public String first(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** A text such as a quarter inside a sentence. */
    public String inside(String text) {
        return text.startsWith("Quý ") ? "q" + text.substring(1) : text;
    }

    /** A difference with its sign, or that there is none. */
    public String change(long change) {
        return change == 0
                ? PageTexts.in(locale).text("dashboard.unchanged")
                : (change > 0 ? "+" : "−") + number(Math.abs(change));
    }

    /** Share of a whole in percent, without a fraction; a whole of 0 has none. */
    public String percent(long part, long whole) {
        return whole == 0 ? "–" : ((NumberFormat) integers.clone()).format(Math.round(part * 100.0 / whole)) + "%";
    }

    /** A text of the API as people write it: days, times and quarters; other texts as they are. */
    public String text(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return text;
        }
        if (DAY.matcher(text).matches()) {
            return day.format(LocalDate.parse(text).atStartOfDay(VIETNAM));
        }
        if (INSTANT.matcher(text).matches()) {
            return time.format(Instant.parse(text));
        }
        if (MONTH.matcher(text).matches()) {
            return text.substring(5) + "/" + text.substring(0, 4);
        }
        Matcher quarter = QUARTER.matcher(text);
        return quarter.matches() ? quarter(quarter) : text;
    }

    /** Whether a text of the API is a day. */
    public boolean isDay(String text) {
        return DAY.matcher(text).matches();
    }

    /** The day of the week of a day. */
    public String weekday(String day) {
        return day.isEmpty() ? "" : first(LocalDate.parse(day).getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
    }

    private String quarter(Matcher quarter) {
        int number = Integer.parseInt(quarter.group(2));
        return locale.equals(Locale.UK)
                ? "Q" + number + "/" + quarter.group(1)
                : "Quý " + ROMAN[number] + "/" + quarter.group(1);
    }

    /** The day in Viet Nam of an instant, as a date field wants it; empty if there is no instant. */
    public String isoDay(String instant) {
        return instant.isEmpty()
                ? ""
                : Instant.parse(instant).atZone(VIETNAM).toLocalDate().toString();
    }

    /** The day in Viet Nam some days after that of an instant, as a date field wants it. */
    public String isoDay(String instant, int later) {
        return LocalDate.parse(isoDay(instant)).plusDays(later).toString();
    }

    /** A sentence with another word for each id in it. */
    static String without(String sentence, UnaryOperator<String> word) {
        return sentence.indexOf('-') < 0
                ? sentence
                : ID.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(word.apply(found.group())));
    }

    /** Whether a text is an id or a hash, which nobody reads. */
    static boolean isCode(String text) {
        boolean canBe = text.indexOf('-') >= 0 || (text.length() >= SHORTEST_HASH && text.indexOf(' ') < 0);
        return canBe && CODE.matcher(text).find();
    }

    /** An id by its last digits, where it has no name. */
    public String id(String id) {
        return id.length() <= 24 ? id : "…" + id.substring(id.length() - 6);
    }

    /** A hash by its first and last four digits. */
    public String hash(String hash) {
        return hash.length() <= 12 ? hash : hash.substring(0, 4) + "…" + hash.substring(hash.length() - 4);
    }
}
