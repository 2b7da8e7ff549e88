package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.unit.ReorganisationAction;

/**
 * Texts for people are Vietnamese without foreign words inside. A word of plain letters is either built like a
 * Vietnamese syllable without marks ({@code theo}, {@code trong}) or is the same in both languages.
 */
final class VietnameseTextsTest {

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{M}\\d])[A-Za-z]{2,}(?![\\p{L}\\p{M}\\d])");

    /** Text written by a program, or to one: arguments, headers, media types, codes and other quoted words. */
    private static final Pattern CODE = Pattern.compile(
            "\\{[^}]*}|[\\w-]+(/[\\w.+-]+)+|\\b[A-Z]+[a-z]*(-[A-Z][a-z]+)+\\b|\\b[a-z]+[A-Z]\\w*|\\b\\w+_\\w+\\b|--[\\w.-]+|\\b[a-z]+-(?![\\w])|\\b\\w+(\\.\\w+)+");

    private static final Pattern SYLLABLE =
            Pattern.compile("(?i)(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
                    + "(oa|oe|uy|ua|ue|uo|uye|ie|ye|ia|uu|uou|ai|ao|au|ay|eo|eu|iu|ieu|yeu|oi|oai|oay|ui|uoi|uya|uyu|[aeiouy])"
                    + "(ch|ng|nh|[cmnpt])?");

    /** English words that are built like a syllable. */
    private static final Set<String> ENGLISH =
            Set.of("the", "not", "on", "be", "he", "we", "me", "it", "then", "them", "but", "up", "one", "men", "get");

    /** Names and units, what keys say, words that Vietnamese has taken over, and columns of a file with fixed titles. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "Enter",
            "Ctrl",
            "VNeID",
            "Zalo",
            "Facebook",
            "Chrome",
            "Safari",
            "CSV",
            "Excel",
            "XLSX",
            "PDF",
            "TT",
            "II",
            "III",
            "UUID",
            "ISO",
            "UTF",
            "JSON",
            "Internet",
            "internet",
            "cookie",
            "email",
            "Email",
            "SIM",
            "QR",
            "CCCD",
            "CMND",
            "UBND",
            "TP",
            "HCC",
            "MB",
            "xls",
            "xlsx",
            "HTTP",
            "https",
            "Basic",
            "Authorization",
            "Bearer",
            "action",
            "unit",
            "kind",
            "name",
            "parent",
            "successor");

    /** The text of a cell of such a file. */
    private static final Set<String> CELLS = Stream.<Enum<?>[]>of(ReorganisationAction.values(), UnitKind.values())
            .flatMap(Stream::of)
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void holdNoForeignWords() throws IOException {
        assertThat(texts())
                .hasSizeGreaterThan(200)
                .allSatisfy((code, text) ->
                        assertThat(foreign(text)).as("%s: %s", code, text).isEmpty());
    }

    /**
     * Phrases that readers misunderstood. A commit is a {@code lần ghi}; a payment may be a transaction. A voided
     * record is withdrawn ({@code rút}), a cancelled event does not take place ({@code hủy}).
     */
    private static final List<Pattern> MISLEADING = Stream.of(
                    "giao dịch(?! điện tử| thanh toán)",
                    "khi và chỉ khi",
                    "chưa ai biết",
                    "quyết định mới ghi",
                    "đối tượng của lệnh này",
                    "kết nạp",
                    "người quay lại",
                    "đứng tên cho",
                    "hủy lượt hướng dẫn")
            .map(phrase -> Pattern.compile(phrase, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();

    /** Words of machines, of papers and of other things, in whose place readers understand another word. */
    private static final List<Pattern> REPLACED = Stream.of(
                    "người vận hành",
                    "người quản trị(?! viên)",
                    "\\bvai\\b(?! trò)",
                    "trang đầu",
                    "niêm phong",
                    "tự thao tác",
                    "quay về",
                    "thôi phân công",
                    "chuyển chỗ ở",
                    "tạm ngừng",
                    "bổ nhiệm",
                    "kế thừa",
                    "kịch bản",
                    "tập lệnh",
                    "(?<!dòng )\\blệnh\\b",
                    "mã chuỗi",
                    "như đã biết",
                    "thời đó",
                    "cả đời",
                    "phủ nhận",
                    "đề cử",
                    "xét khen(?! thưởng)",
                    "\\bbản ghi\\b",
                    "\\brút\\b(?! lại| ngắn)",
                    "phần lời",
                    "vui lòng",
                    "thư điện tử",
                    "\\d %")
            .map(phrase -> Pattern.compile(
                    phrase, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS))
            .toList();

    @Test
    void holdNoWordThatAnotherHasReplaced() throws IOException {
        assertThat(texts())
                .allSatisfy((code, text) -> assertThat(found(REPLACED, text))
                        .as("%s: %s", code, text)
                        .isEmpty());
        assertThat(found(REPLACED, "Hãy báo người vận hành, gửi lệnh rồi rút 5 % bản ghi."))
                .containsExactly("người vận hành", "lệnh", "bản ghi", "rút", "5 %");
        assertThat(found(REPLACED, "Vai trò quản trị viên: rút lại lượt bằng dòng lệnh."))
                .isEmpty();
    }

    /** A literal of a program with two languages, Vietnamese first. */
    private static final Pattern TWO_LANGUAGES = Pattern.compile("\"([^\"/]*[ăâđêôơưĂÂĐÊÔƠƯẠ-ỹ][^\"/]*) / [^\"]*\"");

    @Test
    void holdNoPhraseThatMisleads() throws IOException {
        assertThat(texts())
                .allSatisfy((code, text) ->
                        assertThat(misleading(text)).as("%s: %s", code, text).isEmpty());
        assertThat(texts().entrySet())
                .filteredOn(text -> text.getKey().matches(".*[ .](void-|VOID|.*\\.voided).*"))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(text.getValue().toLowerCase(Locale.ROOT)).contains("rút"));
        assertThat(texts().entrySet())
                .filteredOn(text -> text.getKey().matches(".*[ .](cancel-|.*\\.cancelled).*"))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(text.getValue().toLowerCase(Locale.ROOT)).contains("hủy"));
    }

    @Test
    void outputOfProgramsCallsACommitLanGhi() {
        Map<String, String> printed = printed();
        assertThat(printed)
                .isNotEmpty()
                .allSatisfy(
                        (file, text) -> assertThat(misleading(text)).as(file).isEmpty());
        assertThat(printed)
                .allSatisfy((file, text) -> assertThat(
                                TWO_LANGUAGES.matcher(text).results().map(literal -> literal.group(1)))
                        .as(file)
                        .noneMatch(vietnamese -> vietnamese.matches("(?s).*\\bcommits?\\b.*")));
    }

    private static List<String> misleading(String text) {
        return found(MISLEADING, text);
    }

    private static List<String> found(List<Pattern> phrases, String text) {
        return phrases.stream()
                .flatMap(phrase -> phrase.matcher(text).results())
                .map(MatchResult::group)
                .toList();
    }

    /** Programs and scripts that print Vietnamese, of which every phrase has a letter that ASCII lacks. */
    private static Map<String, String> printed() {
        Map<String, String> printed = new TreeMap<>();
        try (Stream<Path> scripts = Files.list(Path.of("..", "bin"))) {
            Stream.concat(ModuleSources.files().stream(), scripts.filter(Files::isRegularFile))
                    .forEach(file -> printed.put(file.toString(), read(file)));
            printed.values().removeIf(text -> text.chars().allMatch(letter -> letter < 128));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return printed;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theRuleFindsThem() {
        assertThat(foreign("Không tìm thấy target có mã {1}.")).containsExactly("target");
        assertThat(foreign("Gửi lại the file theo trong cho em khi nhau thuyền."))
                .containsExactly("the", "file");
        assertThat(foreign("Phải ghi Content-Type: application/json, mục officialCode."))
                .isEmpty();
        assertThat(misleading("Giao dịch 12 hỏng; thanh toán bằng giao dịch điện tử."))
                .containsExactly("Giao dịch");
        assertThat(TWO_LANGUAGES
                        .matcher("log(\"Đã đọc đến commit {} / read to commit {}\")")
                        .results())
                .extracting(literal -> literal.group(1))
                .containsExactly("Đã đọc đến commit {}");
    }

    static List<String> foreign(String text) {
        return WORD.matcher(CODE.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(word -> !SAME_IN_BOTH.contains(word) && !CELLS.contains(word))
                .filter(word -> ENGLISH.contains(word.toLowerCase(Locale.ROOT))
                        || !SYLLABLE.matcher(word).matches())
                .toList();
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:vn/soto/**/*_vi.properties")) {
            Properties bundle = new Properties();
            try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                bundle.load(reader);
            }
            bundle.stringPropertyNames().stream()
                    .filter(code -> !code.endsWith(".arguments")) // says which arguments of a text are names
                    .forEach(code -> texts.put(file.getFilename() + " " + code, bundle.getProperty(code)));
        }
        Stream.of(ReasonCode.values()).forEach(code -> texts.put("reason " + code, code.vietnamese()));
        return texts;
    }
}
