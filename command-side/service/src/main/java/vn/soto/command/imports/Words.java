package vn.soto.command.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.soto.contracts.team.Organisation;
import vn.soto.contracts.unit.UnitKind;

/** The words people use for the values of a column, beside their code names. */
final class Words<T extends Enum<T>> {

    static final Words<UnitKind> UNIT_KINDS = new Words<>(
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

    static final Words<Organisation> ORGANISATIONS = new Words<>(
            Organisation.class,
            Map.ofEntries(
                    Map.entry("trưởng khu phố", Organisation.NEIGHBOURHOOD_HEAD),
                    Map.entry("trưởng ấp", Organisation.NEIGHBOURHOOD_HEAD),
                    Map.entry("đoàn thanh niên", Organisation.YOUTH_UNION),
                    Map.entry("hội phụ nữ", Organisation.WOMENS_UNION),
                    Map.entry("hội nông dân", Organisation.FARMERS_UNION),
                    Map.entry("công an khu vực", Organisation.AREA_POLICE),
                    Map.entry("công an", Organisation.AREA_POLICE),
                    Map.entry("doanh nghiệp công nghệ số", Organisation.DIGITAL_COMPANY),
                    Map.entry("doanh nghiệp", Organisation.DIGITAL_COMPANY),
                    Map.entry("giáo viên", Organisation.TEACHER),
                    Map.entry("khác", Organisation.OTHER)));

    private final Map<String, T> byWord = new TreeMap<>();
    private final Map<String, String> titles = new TreeMap<>();

    private Words(Class<T> type, Map<String, T> words) {
        for (T value : type.getEnumConstants()) {
            byWord.put(Folded.exact(value.name()), value);
            titles.put(Folded.plain(value.name()), value.name().toLowerCase(Locale.ROOT));
        }
        words.forEach((word, value) -> {
            byWord.put(Folded.exact(word), value);
            titles.put(Folded.plain(word), word);
        });
    }

    Optional<T> find(String text) {
        return Optional.ofNullable(byWord.get(Folded.exact(text)));
    }

    /** The word that is nearest to what was written. */
    String nearest(String text) {
        String wanted = Folded.plain(text);
        return titles.entrySet().stream()
                .min(Comparator.comparingInt(title -> Folded.distance(title.getKey(), wanted)))
                .map(Map.Entry::getValue)
                .orElse("");
    }

    /** All code names, for a person to choose from. */
    List<String> all() {
        return byWord.values().stream()
                .distinct()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
