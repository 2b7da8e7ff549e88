package vn.soto.plans.imports.lookup;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.training.Organiser;
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

    public static final EnumSynonyms<Mode> MODES = new EnumSynonyms<>(
            Mode.class,
            words(
                    Mode.SELF_PERFORMED,
                    "người dân tự làm",
                    "người dân",
                    "tự làm",
                    "dân tự làm",
                    "dân",
                    "người dân tự thao tác"),
            words(Mode.DEMONSTRATED, "làm mẫu", "tôi làm mẫu"),
            words(Mode.DONE_ON_BEHALF, "làm thay", "làm hộ", "tôi làm hộ", "tôi làm thay"));

    public static final EnumSynonyms<AssistanceOutcome> OUTCOMES = new EnumSynonyms<>(
            AssistanceOutcome.class,
            words(AssistanceOutcome.DONE, "xong", "đã xong", "được"),
            words(AssistanceOutcome.PARTLY, "một phần", "xong một phần", "được một phần"),
            words(AssistanceOutcome.NEEDS_FOLLOW_UP, "hẹn quay lại", "hẹn lại", "cần hỗ trợ tiếp"),
            words(AssistanceOutcome.NOT_DONE, "chưa làm được", "chưa được", "không được"));

    public static final EnumSynonyms<Channel> CHANNELS = new EnumSynonyms<>(
            Channel.class,
            words(Channel.HOME_VISIT, "tại nhà", "nhà", "đến nhà"),
            words(
                    Channel.PUBLIC_SERVICE_CENTRE,
                    "trung tâm HCC",
                    "trung tâm phục vụ hành chính công",
                    "tại trung tâm phục vụ hành chính công",
                    "một cửa"),
            words(Channel.CLASS, "tại lớp học", "lớp học", "lớp"),
            words(Channel.PHONE, "qua điện thoại", "điện thoại", "gọi điện"),
            words(Channel.ZALO, "qua Zalo", "Zalo"),
            words(Channel.FACEBOOK, "qua Facebook", "Facebook"),
            words(Channel.OTHER, "hình thức khác", "khác"));

    public static final EnumSynonyms<ReasonCode> LATE_REASONS = new EnumSynonyms<>(
            ReasonCode.class,
            words(ReasonCode.OFFLINE, "không có mạng khi làm việc", "không có mạng", "mất mạng"),
            words(ReasonCode.WORKLOAD, "bận công việc", "bận"),
            words(ReasonCode.HEALTH, "lý do sức khỏe", "ốm"),
            words(ReasonCode.MISSING_ENTRY, "nhập thiếu", "ghi thiếu", "quên"),
            words(ReasonCode.LATER_KNOWN, "về sau mới biết"));

    /** A group of services stands for all of it that have no code of their own. */
    public static final EnumSynonyms<ServiceCategory> SERVICE_GROUPS = new EnumSynonyms<>(
            ServiceCategory.class,
            words(ServiceCategory.VNEID, "VNeID", "định danh", "định danh điện tử", "định danh điện tử VNeID"),
            words(ServiceCategory.ONLINE_PUBLIC_SERVICE, "dịch vụ công", "dịch vụ công trực tuyến", "DVC"),
            words(ServiceCategory.DIGITAL_PAYMENT, "thanh toán", "thanh toán số"),
            words(ServiceCategory.DIGITAL_SIGNATURE, "chữ ký số", "chữ ký số cá nhân", "CKS"),
            words(ServiceCategory.PROVINCIAL_APP, "ứng dụng của tỉnh", "Bình Dương Số"),
            words(ServiceCategory.E_COMMERCE, "thương mại điện tử", "sàn thương mại điện tử", "TMĐT"),
            words(ServiceCategory.CYBER_SAFETY, "an toàn thông tin", "an toàn mạng", "an toàn"),
            words(ServiceCategory.FIELD_REPORT, "phản ánh hiện trường"),
            words(ServiceCategory.LEARNING, "kỹ năng số", "học trực tuyến, kỹ năng số"),
            words(ServiceCategory.AI_FOR_BUSINESS, "AI", "trí tuệ nhân tạo"),
            words(ServiceCategory.OTHER, "việc khác", "khác"));

    public static final EnumSynonyms<OutreachChannel> OUTREACH_CHANNELS = new EnumSynonyms<>(
            OutreachChannel.class,
            words(OutreachChannel.RESIDENTS_MEETING, "họp dân", "họp khu phố", "họp ấp", "sinh hoạt khu phố"),
            words(OutreachChannel.CLASS, "lớp cho người dân", "lớp", "lớp tập huấn"),
            words(OutreachChannel.PUBLIC_PLACE, "nơi công cộng", "chợ", "nhà trọ"),
            words(OutreachChannel.LOUDSPEAKER, "loa truyền thanh", "loa", "loa phát thanh"),
            words(OutreachChannel.ZALO, "qua Zalo", "Zalo"),
            words(OutreachChannel.FACEBOOK, "qua Facebook", "Facebook"),
            words(OutreachChannel.OTHER, "hình thức khác", "khác"));

    public static final EnumSynonyms<CountBasis> COUNTS = new EnumSynonyms<>(
            CountBasis.class,
            words(CountBasis.COUNTED_LIST, "đếm theo danh sách", "danh sách"),
            words(CountBasis.SIGNED_LIST, "danh sách có chữ ký", "ký tên"),
            words(CountBasis.ESTIMATE, "ước lượng", "khoảng"),
            words(CountBasis.ONLINE_COUNTER, "bộ đếm của nền tảng trực tuyến", "bộ đếm"));

    /** A supporting organisation is called by its name. */
    public static final EnumSynonyms<Organiser> ORGANISERS = new EnumSynonyms<>(
            Organiser.class,
            words(Organiser.PROVINCIAL_DEPARTMENT, "sở, ngành cấp tỉnh", "sở", "sở ngành"),
            words(
                    Organiser.PEOPLES_COMMITTEE,
                    "Ủy ban nhân dân",
                    "UBND",
                    "UBND xã",
                    "UBND phường",
                    "Ủy ban nhân dân xã",
                    "Ủy ban nhân dân phường"),
            words(Organiser.OTHER, "đơn vị khác", "khác"));

    public static final EnumSynonyms<BusinessKind> BUSINESS_KINDS = new EnumSynonyms<>(
            BusinessKind.class,
            words(BusinessKind.HOUSEHOLD_BUSINESS, "hộ kinh doanh", "HKD"),
            words(BusinessKind.COOPERATIVE, "hợp tác xã", "HTX"),
            words(BusinessKind.ENTERPRISE, "doanh nghiệp", "công ty"));

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
