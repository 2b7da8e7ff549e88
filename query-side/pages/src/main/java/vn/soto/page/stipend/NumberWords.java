package vn.soto.page.stipend;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers in Vietnamese words, as a payment list says its total so that nobody changes a figure. */
final class NumberWords {

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> THOUSANDS = List.of("tỷ", "triệu", "nghìn", "");
    private static final long BILLION = 1_000_000_000;
    private static final int THOUSAND = 1_000;
    private static final int HUNDRED = 100;
    private static final int TEN = 10;
    private static final int FIVE = 5;

    private NumberWords() {}

    /** @param number not negative */
    static String of(long number) {
        if (number == 0) {
            return DIGITS.getFirst();
        }
        List<String> words = new ArrayList<>();
        long left = number;
        long unit = BILLION;
        for (String name : THOUSANDS) {
            long group = left / unit;
            if (group >= THOUSAND) {
                words.add(of(group));
            } else if (group > 0) {
                words.addAll(group((int) group, !words.isEmpty()));
            }
            if (group > 0 && !name.isEmpty()) {
                words.add(name);
            }
            left %= unit;
            unit /= THOUSAND;
        }
        return String.join(" ", words);
    }

    /** @param whole whether hundreds and tens are said although there are none, because more stands before them */
    private static List<String> group(int group, boolean whole) {
        int hundreds = group / HUNDRED;
        int tens = group / TEN % TEN;
        int ones = group % TEN;
        List<String> words = new ArrayList<>();
        boolean isSaid = whole || hundreds > 0;
        if (isSaid) {
            words.add(DIGITS.get(hundreds) + " trăm");
        }
        if (tens > 1) {
            words.add(DIGITS.get(tens) + " mươi");
        } else if (tens == 1) {
            words.add("mười");
        } else if (ones > 0 && isSaid) {
            words.add("linh");
        }
        if (ones > 0) {
            words.add(
                    switch (ones) {
                        case 1 -> tens > 1 ? "mốt" : "một";
                        case 4 -> tens > 1 ? "tư" : "bốn";
                        case FIVE -> tens > 0 ? "lăm" : "năm";
                        default -> DIGITS.get(ones);
                    });
        }
        return words;
    }
}
