package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.team.TeamRule;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.Table;
import vn.soto.web.Language;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;
import vn.soto.web.ProblemTexts;

final class ProblemsTest {

    private static final Locale VI = Language.VIETNAMESE;
    private final ProblemTexts texts = Problems.texts();

    @Test
    void namesTheRuleThatRefused() {
        Problem problem = Problems.of(refusal());

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("leader-is-active-member");
        assertThat(problem.properties()).containsEntry("rule", "LEADER_IS_ACTIVE_MEMBER");
        assertThat(texts.detail(problem, VI)).contains("05/11/2024");
    }

    @Test
    void namesThePlaceOfAFaultInAFile() {
        byte[] file = "a,b\n1,\"2\n".getBytes(StandardCharsets.UTF_8);
        InvalidFileException fault = catchThrowableOfType(InvalidFileException.class, () -> {
            try (Table table = Format.CSV.open(file)) {
                table.lines().forEachRemaining(line -> {});
            }
        });

        Problem problem = Problems.of(fault);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.properties())
                .containsEntry("problem", "file-not-csv")
                .containsEntry("row", 2)
                .containsEntry("column", "B");
        assertThat(texts.detail(problem, VI)).endsWith("Chỗ sai: ô B2.").contains("dấu ngoặc kép");
        assertThat(texts.detail(problem, Locale.UK)).endsWith("The place: cell B2.");
    }

    @Test
    void namesThePartOfAWorkbookThatIsBroken() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        InvalidFileException fault = catchThrowableOfType(
                InvalidFileException.class,
                () -> Format.XLSX.open(bytes.toByteArray()).close());

        Problem problem = Problems.of(fault);

        assertThat(problem.properties())
                .containsEntry("problem", "file-not-xlsx")
                .containsEntry("part", "[Content_Types].xml");
        assertThat(texts.detail(problem, VI)).endsWith("Chỗ sai: phần “[Content_Types].xml” bên trong tệp Excel.");
        assertThat(texts.detail(problem, Locale.UK))
                .endsWith("The place: part “[Content_Types].xml” inside the Excel file.");
    }

    @Test
    void saysWhenToComeBack() {
        Problem problem = Problems.of(new LedgerException.Unavailable("queue full", Duration.ofSeconds(3), null));

        assertThat(problem).extracting(Problem::status, Problem::retryAfter).containsExactly(503, 3);
    }

    @ParameterizedTest
    @EnumSource(WriteFault.class)
    void everyFaultOfTheStoreHasItsOwnTextInBothLanguages(WriteFault fault) {
        Problem problem = Problems.of(
                fault.isFinal()
                        ? new LedgerException.Damaged("x", fault, null)
                        : new LedgerException.Unavailable("x", fault, Duration.ofSeconds(3), null));

        assertThat(problem).extracting(Problem::status, Problem::code).containsExactly(503, fault.code());
        assertThat(problem.retryAfter() == null).isEqualTo(fault.isFinal());
        for (Locale locale : List.of(VI, Locale.UK)) {
            assertThat(texts.title(problem, locale)).doesNotContain(fault.code());
            assertThat(texts.detail(problem, locale))
                    .doesNotContain(fault.code())
                    .hasSizeGreaterThan(40);
        }
    }

    @Test
    void saysByTheHourForHowLongTheClockIsBehind() {
        Problem problem = Problems.of(
                new LedgerException.Unavailable("x", WriteFault.CLOCK_BEHIND, Duration.ofMinutes(200), null));

        assertThat(problem.retryAfter()).isEqualTo(12_000);
        assertThat(texts.detail(problem, VI)).contains("chậm 3 giờ 20 phút", "chỉnh giờ máy chủ");
        assertThat(texts.detail(problem, Locale.UK)).contains("3 h 20 min behind", "set the clock");
    }

    @Test
    void neverShowsWhatIsInsideAnUnexpectedFailure() {
        Problem problem = Problems.of(new IllegalStateException("secret of the house"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(ProblemResponses.body(problem, texts, VI).toString()).doesNotContain("secret");
    }

    @Test
    void tellsWhatIsAbsent() {
        Problem problem = Problems.of(new NotFoundException("team", "t-1"));

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.properties()).containsEntry("kind", "team").containsEntry("id", "t-1");
        assertThat(texts.detail(problem, VI)).startsWith("Trong sổ không có tổ mang mã \"t-1\"");
        assertThat(texts.detail(problem, Locale.UK)).startsWith("There is no team with the id \"t-1\"");
    }

    @Test
    void aCommandForWhatDoesNotExistSaysWhatThatIs() {
        RenameTeam command = new RenameTeam(
                new TeamId("t-9"),
                "Tổ 9",
                new Instrument("12/QĐ-UBND", LocalDate.of(2024, 11, 5)),
                LocalDate.of(2024, 11, 5));

        Problem problem = Problems.of(NotFoundException.target(command, "t-9"));

        assertThat(problem.properties()).containsEntry("kind", "team");
        assertThat(texts.detail(problem, VI)).startsWith("Trong sổ không có tổ mang mã \"t-9\"");
    }

    @Test
    void aBadValueIsAnsweredWithTheValuesThatCanBeUsed() {
        Problem problem = Problems.of(InvalidFieldException.choice(
                "[1].payload.purpose", "choice", List.of(ConsentPurpose.values()), Enum::name));

        assertThat(problem.properties())
                .containsEntry("field", "[1].payload.purpose")
                .containsEntry("allowed", List.of("CONTACT", "PHOTO", "FOLLOW_UP", "PUBLICATION"));
        assertThat(texts.detail(problem, VI))
                .isEqualTo(
                        "Giá trị của mục \"dòng 2 / mục đích\" không dùng được. Các giá trị được dùng: gọi điện, nhắn Zalo,"
                                + " chụp ảnh, theo dõi sau hỗ trợ, đăng tin, nêu gương.");
        assertThat(texts.detail(problem, Locale.UK))
                .isEqualTo(
                        "The value of field \"[1].payload.purpose\" cannot be used. Values that can be: CONTACT, PHOTO,"
                                + " FOLLOW_UP, PUBLICATION.");
    }

    @Test
    void aCellWithAnUnknownWordIsAnsweredWithTheWordsOfTheColumn() {
        List<UnitKind> kinds = List.of(UnitKind.NEIGHBOURHOOD, UnitKind.HAMLET);

        assertThat(texts.text("cell-no-choice", VI, "vương quốc", kinds))
                .isEqualTo("Không có giá trị \"vương quốc\". Các giá trị được dùng: khu phố, ấp.");
        assertThat(texts.text("cell-no-choice", Locale.UK, "kingdom", kinds)).endsWith("NEIGHBOURHOOD, HAMLET.");
    }

    @Test
    void aWrongReasonIsAnsweredWithTheReasonsOfTheCommand() {
        Problem problem = Problems.of(
                InvalidFieldException.choice("reason", "reason", ReasonList.SEPARATION.codes(), Enum::name));

        assertThat(texts.detail(problem, VI))
                .startsWith(
                        "Mục \"lý do\" phải là một lý do trong danh sách của việc này: không phải bị trùng, nhập sai,")
                .contains("\"ghi thêm\"");
    }

    @Test
    void speaksVietnameseUnlessAskedForEnglish() {
        Problem problem = Problems.of(new NotAllowedException());

        assertThat(texts.title(problem, Locale.FRENCH)).isEqualTo("Không có quyền");
        assertThat(texts.title(problem, Locale.UK)).isEqualTo("Not allowed");
    }

    @Test
    void tellsWhichRightTheAccountHasWhereAndOnWhichDays() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        LocalDate last = LocalDate.of(2026, 6, 30);

        Problem problem = Problems.of(ReachRule.RIGHT_FOR_A_TIME_REACHES_THE_PLACE.refused(
                "OFFICER", "xã Minh Thạnh", first, last, "xã Long Hòa"));

        assertThat(problem.status()).isEqualTo(403);
        assertThat(texts.title(problem, Locale.forLanguageTag("vi"))).isEqualTo("Không có quyền");
        assertThat(texts.detail(problem, Locale.forLanguageTag("vi")))
                .isEqualTo(
                        "Tài khoản này là cán bộ xã, phường ở xã Minh Thạnh (từ ngày 01/03/2026 đến ngày 30/06/2026),"
                                + " không phải ở xã Long Hòa. Hãy nhờ người phụ trách xã Long Hòa.");
        assertThat(texts.detail(problem, Locale.ENGLISH))
                .isEqualTo(
                        "This account has the right OFFICER in xã Minh Thạnh from 01/03/2026 to 30/06/2026, but not in"
                                + " xã Long Hòa. Ask somebody who is responsible there.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyTextIsThereInBothLanguages(String language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle("vn.soto.command.http.problems", Locale.forLanguageTag(language));
        ResourceBundle other = ResourceBundle.getBundle(
                "vn.soto.command.http.problems", Locale.forLanguageTag(language.equals("vi") ? "en" : "vi"));

        assertThat(keys(bundle)).isEqualTo(keys(other)).isNotEmpty();
        for (String key : keys(bundle)) {
            assertThat(placeholders(bundle.getString(key))).as(key).isEqualTo(placeholders(other.getString(key)));
        }
    }

    private static RuntimeException refusal() {
        try {
            TeamRule.LEADER_IS_ACTIVE_MEMBER.require(false, LocalDate.of(2024, 11, 5));
            throw new AssertionError("a rule that does not hold refuses");
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    private static Set<String> keys(ResourceBundle bundle) {
        Set<String> keys = new TreeSet<>();
        for (Enumeration<String> each = bundle.getKeys(); each.hasMoreElements(); ) {
            keys.add(each.nextElement());
        }
        return keys;
    }

    private static List<String> placeholders(String pattern) {
        return Pattern.compile("\\{\\d}")
                .matcher(pattern)
                .results()
                .map(match -> match.group())
                .sorted()
                .toList();
    }
}
