package vn.soto.plans.imports.lookup;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.TextFolding;

/** The accepted words for the values of a column, besides their code names. */
public final class EnumSynonyms<T extends Enum<T>> {

    public static final EnumSynonyms<UnitKind> UNIT_KINDS = new EnumSynonyms<>(
            UnitKind.class,
            Map.ofEntries(
                    Map.entry("tỉnh", UnitKind.PROVINCE),
                    Map.entry("thành phố trực thuộc trung ương", UnitKind.MUNICIPALITY),
                    Map.entry("thành phố", UnitKind.CITY),
                    Map.entry("thị xã", UnitKind.TOWN),
                    Map.entry("huyện", UnitKind.DISTRICT),
                    Map.entry("quận", UnitKind.DISTRICT),
                    Map.entry("phường", UnitKind.WARD),
                    Map.entry("xã", UnitKind.COMMUNE),
                    Map.entry("thị trấn", UnitKind.TOWNSHIP),
                    Map.entry("đặc khu", UnitKind.SPECIAL_ZONE),
                    Map.entry("khu phố", UnitKind.NEIGHBOURHOOD),
                    Map.entry("ấp", UnitKind.HAMLET),
                    Map.entry("thôn", UnitKind.VILLAGE),
                    Map.entry("bản", UnitKind.VILLAGE),
                    Map.entry("tổ dân phố", UnitKind.RESIDENTIAL_GROUP)));

    public static final EnumSynonyms<MemberOrigin> ORGANISATIONS = new EnumSynonyms<>(
            MemberOrigin.class,
            Map.ofEntries(
                    Map.entry("trưởng khu phố", MemberOrigin.NEIGHBOURHOOD_HEAD),
                    Map.entry("trưởng ấp", MemberOrigin.NEIGHBOURHOOD_HEAD),
                    Map.entry("đoàn thanh niên", MemberOrigin.YOUTH_UNION),
                    Map.entry("hội phụ nữ", MemberOrigin.WOMENS_UNION),
                    Map.entry("hội nông dân", MemberOrigin.FARMERS_UNION),
                    Map.entry("công an khu vực", MemberOrigin.AREA_POLICE),
                    Map.entry("công an", MemberOrigin.AREA_POLICE),
                    Map.entry("doanh nghiệp công nghệ số", MemberOrigin.DIGITAL_COMPANY),
                    Map.entry("doanh nghiệp", MemberOrigin.DIGITAL_COMPANY),
                    Map.entry("giáo viên", MemberOrigin.TEACHER),
                    Map.entry("khác", MemberOrigin.OTHER)));

    private static final int LONGEST = 100;

    private final Map<String, T> byWord = new TreeMap<>();
    private final Map<String, String> titles = new TreeMap<>();

    private EnumSynonyms(Class<T> type, Map<String, T> words) {
        for (T value : type.getEnumConstants()) {
            byWord.put(TextFolding.exact(value.name()), value);
            titles.put(TextFolding.plain(value.name()), value.name().toLowerCase(Locale.ROOT));
        }
        words.forEach((word, value) -> {
            byWord.put(TextFolding.exact(word), value);
            titles.put(TextFolding.plain(word), word);
        });
    }

    public Optional<T> find(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(byWord.get(TextFolding.exact(text)));
    }

    /** The accepted word nearest to the given text; none for a text that is far longer than any. */
    public @Nullable String nearest(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        String folded = TextFolding.plain(text);
        return titles.entrySet().stream()
                .min(Comparator.comparingInt(title -> TextFolding.distance(title.getKey(), folded)))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    /** All code names, as a text for error messages. */
    public List<String> all() {
        return byWord.values().stream()
                .distinct()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
