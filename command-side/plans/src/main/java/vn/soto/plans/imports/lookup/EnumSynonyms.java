package vn.soto.plans.imports.lookup;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.TextFolding;
import vn.soto.domain.unit.ReorganisationAction;

/** The accepted words for the values of a column, besides their code names. */
public final class EnumSynonyms<T extends Enum<T>> {

    public static final EnumSynonyms<UnitKind> UNIT_KINDS = new EnumSynonyms<>(
            UnitKind.class,
            words(UnitKind.PROVINCE, "tỉnh"),
            words(UnitKind.MUNICIPALITY, "thành phố trực thuộc trung ương"),
            words(UnitKind.CITY, "thành phố"),
            words(UnitKind.TOWN, "thị xã"),
            words(UnitKind.DISTRICT, "huyện", "quận"),
            words(UnitKind.WARD, "phường"),
            words(UnitKind.COMMUNE, "xã"),
            words(UnitKind.TOWNSHIP, "thị trấn"),
            words(UnitKind.SPECIAL_ZONE, "đặc khu"),
            words(UnitKind.NEIGHBOURHOOD, "khu phố"),
            words(UnitKind.HAMLET, "ấp"),
            words(UnitKind.VILLAGE, "thôn", "bản"),
            words(UnitKind.RESIDENTIAL_GROUP, "tổ dân phố"));

    public static final EnumSynonyms<MemberOrigin> ORGANISATIONS = new EnumSynonyms<>(
            MemberOrigin.class,
            words(
                    MemberOrigin.NEIGHBOURHOOD_HEAD,
                    "trưởng khu phố",
                    "trưởng ấp",
                    "trưởng thôn",
                    "trưởng bản",
                    "tổ trưởng tổ dân phố"),
            words(MemberOrigin.YOUTH_UNION, "đoàn thanh niên", "thanh niên"),
            words(MemberOrigin.WOMENS_UNION, "hội phụ nữ", "hội liên hiệp phụ nữ", "phụ nữ"),
            words(MemberOrigin.FARMERS_UNION, "hội nông dân", "nông dân"),
            words(MemberOrigin.AREA_POLICE, "công an khu vực", "công an"),
            words(MemberOrigin.DIGITAL_COMPANY, "doanh nghiệp công nghệ số", "doanh nghiệp"),
            words(MemberOrigin.TEACHER, "giáo viên"),
            words(MemberOrigin.OTHER, "khác"));

    public static final EnumSynonyms<ReorganisationAction> ACTIONS = new EnumSynonyms<>(
            ReorganisationAction.class,
            words(ReorganisationAction.ESTABLISH, "thành lập", "lập", "lập mới"),
            words(ReorganisationAction.REPARENT, "chuyển trực thuộc", "chuyển", "chuyển đơn vị cấp trên"),
            words(ReorganisationAction.MERGE, "sáp nhập", "nhập", "hợp nhất"),
            words(ReorganisationAction.SPLIT, "chia tách", "chia", "tách"),
            words(ReorganisationAction.ABOLISH, "giải thể", "bãi bỏ"),
            words(ReorganisationAction.RENAME, "đổi tên"),
            words(ReorganisationAction.RETYPE, "đổi loại"),
            words(ReorganisationAction.RECODE, "đổi mã"));

    private static final int LONGEST = 100;

    private final Map<String, T> byWord = new TreeMap<>();
    private final Map<String, String> titles = new TreeMap<>();
    private final Map<T, String> first = new LinkedHashMap<>();

    /** @param words the first is the one that messages use */
    private record Synonyms<T>(T value, List<String> words) {}

    private static <T> Synonyms<T> words(T value, String... words) {
        return new Synonyms<>(value, List.of(words));
    }

    @SafeVarargs
    private EnumSynonyms(Class<T> type, Synonyms<T>... synonyms) {
        for (T value : type.getEnumConstants()) {
            byWord.put(TextFolding.exact(value.name()), value);
        }
        for (Synonyms<T> synonym : synonyms) {
            first.put(synonym.value, synonym.words.getFirst());
            for (String word : synonym.words) {
                byWord.put(TextFolding.exact(word), synonym.value);
                titles.put(TextFolding.plain(word), word);
            }
        }
    }

    public Optional<T> find(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(byWord.get(TextFolding.exact(text)));
    }

    /** The accepted word that the text probably is a misspelling of; none if it is like no word. */
    public @Nullable String nearest(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        String folded = TextFolding.plain(text);
        return titles.entrySet().stream()
                .filter(title -> Likeness.sameMarks(title.getKey(), folded)
                        && TextFolding.distance(title.getKey(), folded) <= Likeness.most(folded))
                .min(Comparator.comparingInt(title -> TextFolding.distance(title.getKey(), folded)))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    /** The Vietnamese word for a value. */
    public String word(T value) {
        return first.getOrDefault(value, value.name());
    }

    /** All values, for messages; their words there are among the accepted ones. */
    public List<T> values() {
        return List.copyOf(first.keySet());
    }
}
