package vn.soto.contracts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of persons and e-mail addresses in a text, however they are written. The numbers are those of citizens,
 * identity cards, phones, bank accounts, passports, social insurance and vehicles.
 *
 * <p>Digits in one piece of 9 or more are refused when in doubt. Groups of digits are refused if a row of them has the
 * structure of such a number. Any characters that are neither letters nor digits may stand between them. Groups that
 * stand apart, with words between them, are refused if together they are a citizen number or a mobile number. Dates,
 * times, amounts and numbers of documents pass.
 */
public final class PersonalNumbers {

    /** Characters of the number of a passport, or of a car. */
    private static final int SHORTEST = 8;

    private static final int FEWEST_DIGITS = 9;
    private static final int SHORTEST_HALF = 3;
    private static final int SHORTEST_UNIT_CODE = 5;

    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+-](?:@|[(\\[{] ?at ?[)\\]}]|[(\\[{] ?a còng ?[)\\]}])[\\p{L}\\p{N}-]*\\p{L}"
                    + "|[\\p{L}\\p{N}._%+-]\\s*(?:@|[(\\[{]\\s*(?:at|a còng)\\s*[)\\]}])\\s*[\\p{L}\\p{N}-]+"
                    + "\\s*(?:\\.|[(\\[{]\\s*(?:dot|chấm)\\s*[)\\]}])\\s*\\p{L}{2,}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GROUP = Pattern.compile("[0-9]+");

    private PersonalNumbers() {}

    /** Whether the text has one of them. */
    public static boolean areIn(String text) {
        String legible = LegibleText.of(text);
        return isEmailIn(legible) || areInDigitsOf(legible);
    }

    /** The same without e-mail addresses. */
    public static boolean areInDigits(String text) {
        return areInDigitsOf(LegibleText.of(text));
    }

    private static boolean isEmailIn(String legible) {
        return (legible.indexOf('@') >= 0
                        || legible.indexOf('(') >= 0
                        || legible.indexOf('[') >= 0
                        || legible.indexOf('{') >= 0)
                && EMAIL.matcher(legible).find();
    }

    private static boolean areInDigitsOf(String legible) {
        if (legible.chars().noneMatch(LegibleText::isDigit)) {
            return DisguisedNumbers.areSpelled(legible);
        }
        if (legible.length() < SHORTEST) {
            return false;
        }
        if (DisguisedNumbers.areIn(legible)) {
            return true;
        }
        String alike = LegibleText.withLookAlikes(legible);
        if (alike.chars().filter(LegibleText::isDigit).count() < FEWEST_DIGITS) {
            return false;
        }
        return isFound(legible) || (!alike.equals(legible) && isFound(alike));
    }

    private static boolean isFound(String legible) {
        String text = HonestNumbers.withoutDatesAndDocuments(legible);
        List<DigitGroup> halves = new ArrayList<>();
        for (List<DigitGroup> run : runs(text)) {
            boolean honest = HonestNumbers.areAll(
                    text, run.getFirst().start(), run.getLast().end());
            if (!honest && isFound(text, run)) {
                return true;
            }
            if (!honest || run.size() == 1) {
                run.stream().filter(group -> isHalf(text, group)).forEach(halves::add);
            }
        }
        return isFoundApart(halves);
    }

    /** Groups of digits with no letter between them. */
    private static List<List<DigitGroup>> runs(String text) {
        List<List<DigitGroup>> runs = new ArrayList<>();
        Matcher found = GROUP.matcher(text);
        int end = -1;
        while (found.find()) {
            if (end < 0 || text.substring(end, found.start()).codePoints().anyMatch(PersonalNumbers::separates)) {
                runs.add(new ArrayList<>());
            }
            end = found.end();
            runs.getLast().add(new DigitGroup(found.start(), end, found.group()));
        }
        return runs;
    }

    private static boolean separates(int c) {
        return Character.isLetter(c) || c == HonestNumbers.CUT;
    }

    private static boolean isFound(String text, List<DigitGroup> run) {
        if (run.stream().anyMatch(group -> PersonalNumberForm.isInOnePiece(group.digits()))) {
            return true;
        }
        boolean list = isList(text, run);
        if (run.size() == 1 || isSeries(run) || (list && areUnitCodes(run))) {
            return false;
        }
        if (!list && isIdentityCard(run)) {
            return true;
        }
        for (int from = 0; from < run.size(); from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < run.size() && digits.length() <= PersonalNumberForm.LONGEST; to++) {
                digits.append(run.get(to).digits());
                if (to > from && PersonalNumberForm.isInGroups(digits)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 9 digits in all, or three groups of three; not a number with a year in it. */
    private static boolean isIdentityCard(List<DigitGroup> run) {
        int digits = run.stream().mapToInt(group -> group.digits().length()).sum();
        if (digits == FEWEST_DIGITS) {
            return run.stream().noneMatch(group -> HonestNumbers.isYear(group.digits()));
        }
        for (int i = 0; i + 2 < run.size(); i++) {
            List<DigitGroup> three = run.subList(i, i + 3);
            if (three.stream().allMatch(group -> group.digits().length() == 3)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only commas or semicolons with a space after them stand between the groups. */
    private static boolean isList(String text, List<DigitGroup> run) {
        for (int i = 1; i < run.size(); i++) {
            String between = text.substring(run.get(i - 1).end(), run.get(i).start());
            if (!between.matches(" ?[,;] +")) {
                return false;
            }
        }
        return true;
    }

    /** Whether each number is the one before and the same step. */
    private static boolean isSeries(List<DigitGroup> run) {
        if (run.size() < 3 || run.stream().anyMatch(group -> group.digits().length() > SHORTEST_UNIT_CODE)) {
            return false;
        }
        int step = run.get(1).value() - run.get(0).value();
        for (int i = 1; i < run.size(); i++) {
            if (step <= 0 || run.get(i).value() - run.get(i - 1).value() != step) {
                return false;
            }
        }
        return true;
    }

    private static boolean areUnitCodes(List<DigitGroup> run) {
        return run.stream().allMatch(group -> group.digits().length() == SHORTEST_UNIT_CODE);
    }

    /** Not the number of a code such as {@code HK-001234}. */
    private static boolean isHalf(String text, DigitGroup group) {
        String before = text.substring(Math.max(0, group.start() - 2), group.start());
        return group.digits().length() >= SHORTEST_HALF && !before.matches(".?\\p{L}|\\p{L}[-_./#]");
    }

    private static boolean isFoundApart(List<DigitGroup> halves) {
        for (int from = 0; from < halves.size(); from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < halves.size() && digits.length() <= PersonalNumberForm.LONGEST; to++) {
                digits.append(halves.get(to).digits());
                boolean unitCodes = to == from + 1
                        && halves.get(from).digits().length() == SHORTEST_UNIT_CODE
                        && halves.get(to).digits().matches("0\\d{4}");
                if (to > from && !unitCodes && PersonalNumberForm.isApart(digits)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Digits with nothing between them, and where they stand. */
    private record DigitGroup(int start, int end, String digits) {

        int value() {
            return Integer.parseInt(digits);
        }
    }
}
