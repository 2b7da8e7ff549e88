package vn.soto.plans.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.outreach.OutreachCommand.RecordOutreach;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.team.TeamCommand.ReviewCoverage;
import vn.soto.domain.training.TrainingCommand.RecordTraining;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RecodeUnit;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.RetypeUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.plans.imports.table.Column;

/** The kinds of import files, with their columns and the commands their rows become. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable copies
public enum ImportKind {
    /** đơn vị: a parent precedes its children */
    UNITS(
            50_000,
            List.of(EstablishUnit.class),
            Column.optional("unit", "mã riêng", "mã trong sổ", "mã"),
            Column.required("kind", "loại", "loại đơn vị"),
            Column.required("name", "tên", "tên đơn vị", "đơn vị"),
            Column.optional("official_code", "mã đvhc", "mã đơn vị hành chính", "mã đơn vị"),
            Column.optional("parent", "thuộc", "đơn vị cấp trên", "trực thuộc", "cấp trên"),
            Column.required("instrument", "số văn bản", "văn bản", "số quyết định"),
            Column.required("signed_on", "ngày ký"),
            Column.required("effective_from", "ngày hiệu lực", "hiệu lực từ", "từ ngày")),
    /** tổ */
    TEAMS(
            20_000,
            List.of(FormTeam.class),
            Column.optional("team", "mã tổ", "mã"),
            Column.required("name", "tên tổ", "tên", "tổ"),
            Column.required("instrument", "số quyết định", "quyết định thành lập", "số văn bản"),
            Column.required("signed_on", "ngày ký"),
            Column.required("coverage", "địa bàn", "địa bàn phụ trách"),
            Column.required("members", "thành viên", "danh sách thành viên"),
            Column.required("leader", "tổ trưởng", "mã tổ trưởng"),
            Column.required("effective_from", "ngày hiệu lực", "hiệu lực từ", "từ ngày")),
    /** thành viên, with họ tên if given */
    MEMBERS(
            50_000,
            List.of(EnrolMember.class, RecordMemberProfile.class),
            Column.required("team", "tổ", "mã tổ", "tên tổ"),
            Column.required("member", "mã thành viên", "mã"),
            Column.required("organisation", "tổ chức", "thành phần"),
            Column.required("effective_from", "ngày vào tổ", "ngày hiệu lực", "từ ngày"),
            Column.sealed("full_name", "họ và tên", "họ tên", "tên thành viên"),
            Column.sealed("phone", "điện thoại", "số điện thoại", "sđt", "sđt liên hệ"),
            Column.refused(
                    "address",
                    "địa chỉ",
                    "nơi ở",
                    "chỗ ở",
                    "nơi ở hiện nay",
                    "chỗ ở hiện nay",
                    "nơi thường trú",
                    "địa chỉ thường trú",
                    "địa chỉ liên hệ",
                    "hộ khẩu thường trú",
                    "số nhà")),
    /** hộ, with người phụ trách and chủ hộ if given */
    HOUSEHOLDS(
            500_000,
            List.of(RegisterHousehold.class, AssignHousehold.class, RecordHouseholdContact.class),
            Column.required("unit", "địa bàn", "đơn vị", "khu phố/ấp", "khu phố", "ấp", "thôn", "tổ dân phố"),
            Column.optional("commune", "xã/phường", "xã", "phường"),
            Column.required("reference", "mã hộ", "số hộ", "mã"),
            Column.optional("lives_since", "ở từ ngày", "bắt đầu ở", "ngày đến ở", "cư trú từ ngày"),
            Column.optional("team", "tổ", "mã tổ", "tên tổ"),
            Column.optional("member", "người phụ trách", "mã thành viên", "mã người phụ trách"),
            Column.optional("effective_from", "phân công từ ngày", "ngày phân công", "từ ngày"),
            Column.sealed("head", "chủ hộ", "họ tên chủ hộ", "họ và tên chủ hộ", "họ và tên", "họ tên"),
            Column.sealed("phone", "điện thoại", "số điện thoại", "sđt"),
            Column.sealed("address", "địa chỉ", "số nhà")),
    /** lượt hướng dẫn to households, such as the pages of a notebook; the hour of the help is not known */
    ASSISTANCES(
            20_000,
            List.of(RecordAssistance.class),
            Column.required("household", "hộ", "mã hộ", "số hộ"),
            Column.required("services", "việc", "dịch vụ", "đã giúp việc gì"),
            Column.required("mode", "ai bấm máy", "ai bấm máy?", "cách làm"),
            Column.required("outcome", "kết quả"),
            Column.optional("follow_up", "hẹn quay lại", "hẹn lại", "ngày hẹn"),
            Column.required("date", "ngày", "ngày giúp"),
            Column.required("team", "tổ", "mã tổ", "tên tổ"),
            Column.required("member", "người hướng dẫn", "thành viên", "mã thành viên"),
            Column.required("channel", "hình thức", "ở đâu", "ở đâu?"),
            Column.optional("procedure", "mã thủ tục"),
            Column.optional("reason", "lý do ghi muộn"),
            Column.optional("again", "vẫn ghi")),
    /** buổi tuyên truyền that took place */
    OUTREACH(
            20_000,
            List.of(RecordOutreach.class),
            Column.required("date", "ngày", "ngày tổ chức"),
            Column.required("team", "tổ", "mã tổ", "tên tổ"),
            Column.required("unit", "địa bàn", "khu phố/ấp", "khu phố", "ấp", "thôn", "tổ dân phố"),
            Column.optional("commune", "xã/phường", "xã", "phường"),
            Column.required("topics", "chủ đề", "nội dung"),
            Column.required("channel", "hình thức"),
            Column.required("attendance", "số người dự", "số người", "số người tham dự"),
            Column.optional("basis", "cách đếm", "đếm bằng cách nào"),
            Column.required("holders", "người tổ chức", "thành viên", "mã thành viên")),
    /** buổi tập huấn of members that took place */
    TRAININGS(
            20_000,
            List.of(RecordTraining.class),
            Column.required("date", "ngày", "ngày tập huấn"),
            Column.required("hours", "số giờ", "thời lượng"),
            Column.required("topics", "chủ đề", "nội dung"),
            Column.required("organiser", "đơn vị tổ chức", "bên tổ chức"),
            Column.required("attendees", "người dự", "thành viên dự", "học viên")),
    /** cơ sở kinh doanh, with its tên cơ sở if given */
    BUSINESSES(
            50_000,
            List.of(RegisterBusiness.class),
            Column.required("unit", "địa bàn", "khu phố/ấp", "khu phố", "ấp", "thôn", "tổ dân phố"),
            Column.optional("commune", "xã/phường", "xã", "phường"),
            Column.required("reference", "mã cơ sở", "số cơ sở", "mã"),
            Column.required("kind", "loại", "loại hình"),
            Column.sealed("trade_name", "tên cơ sở", "tên hiệu", "tên kinh doanh")),
    /** sắp xếp đơn vị: one plan for the whole file; see {@link ReorganisationFile} */
    REORGANISATIONS(
            50_000,
            List.of(
                    EstablishUnit.class,
                    ReparentUnit.class,
                    MergeUnits.class,
                    SplitUnit.class,
                    AbolishUnit.class,
                    RenameUnit.class,
                    RetypeUnit.class,
                    RecodeUnit.class,
                    ReviewCoverage.class),
            Column.required("action", "thao tác", "hành động"),
            Column.required("unit", "mã riêng", "mã trong sổ", "mã", "đơn vị"),
            Column.optional("kind", "loại", "loại đơn vị"),
            Column.optional("name", "tên", "tên đơn vị"),
            Column.optional("official_code", "mã đvhc", "mã đơn vị hành chính"),
            Column.optional("parent", "thuộc", "đơn vị cấp trên", "trực thuộc", "cấp trên"),
            Column.optional("successor", "đơn vị kế thừa", "kế thừa"));

    private final int mostRows;
    private final List<Class<? extends Command>> commands;
    private final List<Column> columns;

    ImportKind(int mostRows, List<Class<? extends Command>> commands, Column... columns) {
        this.mostRows = mostRows;
        this.commands = List.copyOf(commands);
        this.columns = List.of(columns);
    }

    public static Optional<ImportKind> named(String name) {
        return Stream.of(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Limit of the rows of a file; rows that depend on each other are held in memory while a file is decided. */
    int mostRows() {
        return mostRows;
    }

    /** The commands that rows of this kind can become; a sender needs permission for all of them. */
    public List<Class<? extends Command>> commands() {
        return commands;
    }

    /** Whether a file may hold what is sealed. */
    boolean namesPeople() {
        return columns.stream().anyMatch(column -> column.holds() == Column.Personal.SEALED);
    }

    List<Column> columns() {
        return columns;
    }
}
