package vn.soto.contracts.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of persons with letters in them, in a {@link LegibleText}. Digits may be written as words, have letters
 * between them, or be letters that look like digits. Numbers of passports, social insurance and vehicles have letters
 * of their own.
 */
final class DisguisedNumbers {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("không", "0"),
            Map.entry("một", "1"),
            Map.entry("mốt", "1"),
            Map.entry("hai", "2"),
            Map.entry("ba", "3"),
            Map.entry("bốn", "4"),
            Map.entry("tư", "4"),
            Map.entry("năm", "5"),
            Map.entry("lăm", "5"),
            Map.entry("sáu", "6"),
            Map.entry("bảy", "7"),
            Map.entry("bẩy", "7"),
            Map.entry("tám", "8"),
            Map.entry("chín", "9"),
            Map.entry("khong", "0"),
            Map.entry("mot", "1"),
            Map.entry("bon", "4"),
            Map.entry("tu", "4"),
            Map.entry("nam", "5"),
            Map.entry("lam", "5"),
            Map.entry("sau", "6"),
            Map.entry("bay", "7"),
            Map.entry("tam", "8"),
            Map.entry("chin", "9"),
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"));

    private static final Pattern WORD = Pattern.compile(String.join(
            "|",
            WORDS.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList()));

    /** Letters or digits; what stands between two of them is no letter and no digit. */
    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\d+|" + HonestNumbers.CUT);

    private static final int FEWEST_SPELLED = 9;
    private static final int SHORTEST_WORD = 2;

    private static final String APART = "[^\\p{L}\\d" + HonestNumbers.CUT + "]{0,2}";

    /** Digits with one or two letters between all of them, and few other characters; or with one letter in one place and nothing else. */
    private static final Pattern INTERLEAVED = Pattern.compile("\\d{1,6}(?:" + APART + "\\p{L}{1,2}" + APART
            + "\\d{1,6}){2,}|(?<![\\p{L}\\d])\\d{1,11}\\p{L}\\d{1,11}(?![\\p{L}\\d])");

    private static final Pattern OF_LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z\\d]{9,14}");
    private static final String LETTERS_LIKE_DIGITS = "OoQDUliIjzZEAhsSbGTBgq";
    private static final String DIGITS_LIKE_LETTERS = "0000011112234455667899";
    private static final int FEWEST_BESIDE_LOOK_ALIKES = 6;

    private static final Pattern OF_LETTERS_OF_THEIR_OWN = Pattern.compile(
            // Passport: a letter and seven or eight digits, which are no day.
            "(?<![\\p{L}\\d])(?<![\\p{L}\\d][-./])[A-Z]["
                    + " -]?(?!20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))\\d{7,8}"
                    + "(?![\\p{L}\\d]|[-/.][\\p{L}\\d])"
                    // Social insurance: what the insured is, whose benefit, province, ten digits.
                    + "|(?<![\\p{L}\\d])[A-Z]{2}[ .-]?[1-5](?:[ .-]?\\d){12}(?!\\d)"
                    // Motorcycle, then car: province, series, number.
                    + "|(?<![\\p{L}\\d/.-])(?:1[1-9]|[2-9]\\d)-?[A-Z](?:[A-Z]|\\d)["
                    + " -](?:\\d{3}\\.?\\d{2}|\\d{4})(?![\\p{L}\\d/])|(?<![\\p{L}\\d/.-])(?:1[1-9]|[2-9]\\d)[A-Z]{1,2}\\d?["
                    + " .-]?\\d{3}\\.?\\d{2}(?![\\p{L}\\d/])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ACCOUNT = Pattern.compile(
            "(?:(?<!\\p{L})s?tk|tài khoản|tai khoan|số thẻ|so the|account|card)(?!\\p{L})[^\\d]{0,20}((?:\\d["
                    + " .-]?){9,19})(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CARD = Pattern.compile("(?<![\\d.-])\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?![\\d.-])");

    private DisguisedNumbers() {}

    static boolean areIn(String legible) {
        String text = HonestNumbers.withoutDatesAndDocuments(legible);
        return areSpelled(text)
                || areInterleaved(text)
                || lookAlike(text)
                || OF_LETTERS_OF_THEIR_OWN.matcher(legible).find()
                || ACCOUNT.matcher(text).results().anyMatch(account -> !isHonest(text, account, 1))
                || CARD.matcher(text).find();
    }

    private static boolean isHonest(String text, MatchResult found, int group) {
        return HonestNumbers.areAll(text, found.start(group), found.end(group));
    }

    /** Rows of words for digits and of digits, with no other word between them. */
    static boolean areSpelled(String text) {
        if (text.length() < FEWEST_SPELLED * SHORTEST_WORD && text.chars().noneMatch(LegibleText::isDigit)) {
            return false;
        }
        List<String> row = new ArrayList<>();
        List<Boolean> spelled = new ArrayList<>();
        Matcher tokens =
                TOKEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        while (tokens.find()) {
            List<String> digits = digits(tokens.group());
            if (digits.isEmpty()) {
                if (areANumber(row, spelled)) {
                    return true;
                }
                row.clear();
                spelled.clear();
            }
            digits.forEach(each -> {
                row.add(each);
                spelled.add(Character.isLetter(tokens.group().charAt(0)));
            });
        }
        return areANumber(row, spelled);
    }

    /** The digits of a token; nothing if it is another word. Words may be written as one. */
    private static List<String> digits(String token) {
        if (LegibleText.isDigit(token.charAt(0))) {
            return List.of(token);
        }
        List<String> digits = new ArrayList<>();
        Matcher words = WORD.matcher(token);
        int at = 0;
        while (at < token.length() && words.region(at, token.length()).lookingAt()) {
            digits.add(WORDS.getOrDefault(words.group(), ""));
            at = words.end();
        }
        return at == token.length() ? digits : List.of();
    }

    private static boolean areANumber(List<String> row, List<Boolean> spelled) {
        for (int from = 0; from < row.size(); from++) {
            StringBuilder digits = new StringBuilder();
            boolean all = true;
            boolean any = false;
            for (int to = from; to < row.size() && digits.length() <= PersonalNumberForm.LONGEST_ACCOUNT; to++) {
                digits.append(row.get(to));
                all &= spelled.get(to);
                any |= spelled.get(to);
                if ((any && PersonalNumberForm.isInGroups(digits))
                        || (all && digits.length() >= FEWEST_SPELLED && !isCounting(digits))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One, two, three and so on. */
    private static boolean isCounting(CharSequence digits) {
        return "0123456789012345678901234567890".contains(digits) || "1234567891011121314151617181920".contains(digits);
    }

    private static boolean areInterleaved(String text) {
        Matcher found = INTERLEAVED.matcher(text);
        for (int at = 0; at < text.length() && found.find(at); at = found.start() + 1) {
            List<String> groups = Pattern.compile("\\d+")
                    .matcher(found.group())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            StringBuilder digits = new StringBuilder();
            for (String group : groups) {
                digits.append(group);
                if (PersonalNumberForm.isApart(digits)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A word of digits and of letters that look like some, most of it digits. */
    private static boolean lookAlike(String text) {
        return OF_LETTERS_AND_DIGITS.matcher(text).results().anyMatch(word -> {
            StringBuilder digits = new StringBuilder();
            for (char c : word.group().toCharArray()) {
                int letter = LETTERS_LIKE_DIGITS.indexOf(c);
                digits.append(letter < 0 ? c : DIGITS_LIKE_LETTERS.charAt(letter));
            }
            return word.group().chars().filter(LegibleText::isDigit).count() >= FEWEST_BESIDE_LOOK_ALIKES
                    && word.group().chars().anyMatch(Character::isLetter)
                    && PersonalNumberForm.isApart(digits);
        });
    }
}
