package vn.soto.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.paper.Paper;

/** The parts that official papers have in common. */
public final class PaperParts {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String VERSION = "version";

    /** The kinds of units that a paper leaves out where it says its place. */
    private static final Pattern KIND = Pattern.compile(
            "^(xã|phường|thị trấn|đặc khu|thành phố|tỉnh|huyện|quận|tp\\.?) ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PaperParts() {}

    /** The version that an answer is, among its versions; missing for a draft. */
    public static Optional<Part> version(ApiAnswer answer) {
        Part shown = answer.answer().get(VERSION);
        return answer.answer().get("versions").items().stream()
                .filter(version -> shown.exists() && version.get(VERSION).number() == shown.number())
                .findFirst();
    }

    /** The address of a question about a version, as of a commit; of a draft as of the moment of the answer. */
    public static String ofVersion(String question, ApiAnswer answer, Optional<Part> commit) {
        String of =
                Addresses.with(question, VERSION, answer.answer().get(VERSION).text());
        Part moment = answer.freshness().at("moment/commit");
        return Addresses.with(of, "asOf", commit.orElse(moment).text());
    }

    /** Place and day. Without a time the day is left to be written by hand. */
    public static String dated(String unit, @Nullable Instant at, PageContext page) {
        String place = KIND.matcher(unit).replaceFirst("");
        String where = place.isEmpty() ? "…………" : place;
        if (at == null) {
            return page.t("paper.undated", where);
        }
        LocalDate day = LocalDate.ofInstant(at, VIETNAM);
        // Days below ten and the first two months have a zero before them, so that nobody changes them.
        String month = day.getMonthValue() < 3 ? two(day.getMonthValue()) : Integer.toString(day.getMonthValue());
        return page.t("paper.dated", where, two(day.getDayOfMonth()), month, Integer.toString(day.getYear()));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** The question about a unit, whose answer has its kind and name as of the paper. */
    public static String about(Part unit, PageContext page) {
        return page.known("/api/units/" + Addresses.encoded(unit.text()));
    }

    /** A unit by its kind and name, as inside a sentence; empty if it is not among the answers. */
    public static String unit(Part unit, List<ApiAnswer> answers, PageContext page) {
        String address = about(unit, page);
        return answers.stream()
                .filter(answer -> !answer.isProblem() && answer.address().equals(address))
                .map(answer -> inside(answer.answer(), page))
                .findFirst()
                .orElse("");
    }

    /** A unit, of which the kind and the name are known, as inside a sentence. */
    public static String inside(Part unit, PageContext page) {
        String name = page.unit(unit);
        boolean isWord = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return isWord && KIND.matcher(name).find()
                ? name.substring(0, 1).toLowerCase(page.language()) + name.substring(1)
                : name;
    }

    /** The people's committee of a unit; empty without a unit. */
    public static String committee(String unit, PageContext page) {
        return unit.isEmpty() ? "" : page.t("paper.committee", unit);
    }

    public static List<Paper.Signature> signatures(PageContext page, String... offices) {
        return Stream.of(offices)
                .map(office -> new Paper.Signature(office, page.t("print.signed")))
                .toList();
    }

    /** Those who get the paper, each a line: the list ends with who keeps it. */
    public static List<String> recipients(PageContext page, List<String> named) {
        List<String> lines = new ArrayList<>(List.of(page.t("paper.recipients")));
        named.stream().filter(name -> !name.isEmpty()).forEach(name -> lines.add("- " + name + ";"));
        lines.add(page.t("paper.kept"));
        return lines;
    }

    /** @param lines moments and hashes of the content; empty ones are left out */
    public static Paper.Evidence evidence(PageContext page, String... lines) {
        return new Paper.Evidence(
                page.t("paper.evidence"),
                Stream.of(lines).filter(line -> !line.isEmpty()).toList(),
                page.site() + page.address());
    }

    /** A commit with its hash; empty if the answer does not say it. */
    public static String pinned(Part commit, Part chain, PageContext page) {
        return commit.exists() ? page.t("paper.pinned", page.format().number(commit.number()), chain.text()) : "";
    }

    /** The hash of the content; empty if there is none. */
    public static String content(Part content, PageContext page) {
        return content.exists() ? page.t("paper.content", content.text()) : "";
    }

    /** The commit with which a version came into the ledger, and its day. */
    public static String entered(Part version, PageContext page) {
        Instant at = Instant.parse(version.get("at").text());
        return page.t(
                "paper.entered",
                version.get(VERSION).number(),
                page.format().number(version.get("commit").number()),
                page.format().text(LocalDate.ofInstant(at, VIETNAM).toString()));
    }
}
