package vn.soto.command.http;

import java.util.List;
import java.util.Locale;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.shared.Warning;
import vn.soto.web.ProblemTexts;

/**
 * A warning in the reader's language.
 *
 * @param arguments arguments of the text, in order
 * @param text      sentence about the record and the thing to look at
 */
public record WarningAnswer(Flag.Code code, List<Object> arguments, String text) {

    /** Text of a late report of the first version, whose due day is not recorded. */
    static final String REPORT_WITHOUT_DUE_DAY = "report-is-late-without-due-day";

    static WarningAnswer of(Warning warning, ProblemTexts texts, Locale language) {
        return new WarningAnswer(
                warning.code(),
                warning.arguments(),
                texts.text(key(warning), language, warning.arguments().toArray()));
    }

    static List<WarningAnswer> of(List<Warning> warnings, ProblemTexts texts, Locale language) {
        return warnings.stream().map(warning -> of(warning, texts, language)).toList();
    }

    /** Of a command that was tried: without the first sentence, which says that it was recorded. */
    static List<WarningAnswer> ofTrial(List<Warning> warnings, ProblemTexts texts, Locale language) {
        return of(warnings, texts, language).stream()
                .map(said ->
                        new WarningAnswer(said.code, said.arguments, said.text.substring(said.text.indexOf(". ") + 2)))
                .toList();
    }

    private static String key(Warning warning) {
        return warning.code() == Flag.Code.REPORT_IS_LATE && warning.arguments().isEmpty()
                ? REPORT_WITHOUT_DUE_DAY
                : warning.code().name();
    }
}
