package vn.soto.plans.imports;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.plan.PlanPart;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.RowListener;
import vn.soto.plans.imports.table.TableLine;
import vn.soto.plans.imports.table.TableTop;

/**
 * A random file has the same verdict when it is tried and when it is carried out. The same rows are wrong for the same
 * reasons, all other rows are recorded whole, and the plan meets no surprise.
 */
@Tag("slow")
final class FileVerdictTest {

    private static final int SEEDS = Boolean.getBoolean("soto.long") ? 60 : 1;
    private static final int FILES = 10;
    private static final int ROWS = 8;

    /** For each column, what is usual and what is not. */
    private static final Map<ImportKind, List<Values>> COLUMNS = Map.of(
            ImportKind.HOUSEHOLDS,
            List.of(
                    new Values(
                            "Địa bàn",
                            List.of("Ấp Đồng Tâm 1", "u-hamlet-1", "đồng tâm 1"),
                            "Khu phố 99",
                            "Ấp 3",
                            "Hòa Phú",
                            ""),
                    new Values("Xã/Phường", List.of("", "Minh Thạnh"), "Hòa Phú", "Xã Lạ"),
                    new Values("Mã hộ", numbered("HO-", 20), "Nguyễn Văn A", ""),
                    new Values("Tổ", true, List.of("team-1", "Tổ công nghệ số ấp Đồng Tâm 1"), "Tổ lạ", ""),
                    new Values("Người phụ trách", true, List.of("m-hung", "m-lan"), "M Hùng", "m-ai-do"),
                    new Values(
                            "Phân công từ ngày", true, List.of("02/03/2026", "05/03/2026"), "31/02/2026", "01/01/2020"),
                    new Values("Chủ hộ", true, List.of("Trần Văn Ba"), "Sen 074188000123"),
                    new Values("Điện thoại", true, List.of("0912345678", ""), "12")),
            ImportKind.MEMBERS,
            List.of(
                    new Values("Tổ", List.of("team-1", "Tổ công nghệ số ấp Đồng Tâm 1"), "Tổ lạ", ""),
                    new Values("Mã thành viên", numbered("m-s", 12), "079188012345", ""),
                    new Values("Tổ chức", List.of("Hội phụ nữ", "đoàn thanh niên", "khác"), "Hội lạ", ""),
                    new Values("Ngày vào tổ", List.of("01/04/2026", "02/03/2026"), "01/01/2020", "hôm qua"),
                    new Values("Họ và tên", true, List.of("Nguyễn Thị Sen"), "Sen 074188000123"),
                    new Values("Số điện thoại", true, List.of("0912345678", ""), "12345")),
            ImportKind.TEAMS,
            List.of(
                    new Values("Tên tổ", numbered("Tổ số ", 20), ""),
                    new Values("Số quyết định", List.of("05/QĐ-UBND", "06/QĐ-UBND"), ""),
                    new Values("Ngày ký", List.of("01/07/2025"), "01/07/2030", "x"),
                    new Values("Địa bàn", List.of("Ấp Đồng Tâm 1", "Ấp 3, Minh Thạnh"), "Ấp 3", "Minh Thạnh", ""),
                    new Values(
                            "Thành viên",
                            List.of("m-1; m-2; m-3", "m-1: giáo viên; m-2; m-3; m-4"),
                            "m-1",
                            "m-1; m-1; m-2"),
                    new Values("Tổ trưởng", List.of("m-1", "m-2"), "m-9", ""),
                    new Values("Từ ngày", List.of("02/03/2026", "01/04/2026"), "31/06/2026")),
            ImportKind.UNITS,
            List.of(
                    new Values("Mã riêng", List.of("", ""), "Mã lạ"),
                    new Values("Loại", List.of("ấp", "Ấp"), "vương quốc", "tỉnh"),
                    new Values("Tên", numbered("Suối ", 20), ""),
                    new Values("Mã ĐVHC", List.of(""), "25", "25782"),
                    new Values("Thuộc", List.of("Minh Thạnh", "phường Hòa Phú"), "Bình Dương", "Xã Lạ", ""),
                    new Values("Số văn bản", List.of("12/QĐ-UBND", "01/NQ"), ""),
                    new Values("Ngày ký", List.of("02/03/2026", "30/06/2025"), "x"),
                    new Values("Ngày hiệu lực", List.of("02/03/2026", "01/07/2025"), "")));

    /** @param together whether a row may leave the column empty, with all others of which that holds */
    private record Values(String title, boolean together, List<String> usual, List<String> unusual) {

        Values(String title, boolean together, List<String> usual, String... unusual) {
            this(title, together, usual, List.of(unusual));
        }

        Values(String title, List<String> usual, String... unusual) {
            this(title, false, usual, List.of(unusual));
        }

        /** One value in twenty is unusual, so that many rows are right. */
        String any(Random random, boolean leftEmpty) {
            if (together && leftEmpty) {
                return "";
            }
            List<String> values = random.nextInt(20) == 0 ? unusual : usual;
            return values.get(random.nextInt(values.size()));
        }
    }

    private static List<String> numbered(String start, int most) {
        return IntStream.rangeClosed(1, most).mapToObj(i -> start + i).toList();
    }

    /** The findings of each row of a dry run, by row. */
    private static final class Verdicts implements RowListener {

        private final Map<Integer, List<Finding>> byRow = new TreeMap<>();

        @Override
        public void top(TableTop top) {}

        @Override
        public void row(TableLine line, List<Finding> findings) {
            byRow.put(line.row(), List.copyOf(findings));
        }

        Set<Integer> right() {
            return byRow.entrySet().stream()
                    .filter(row -> row.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, SEEDS).mapToObj(seed -> 20_260_900L + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileHasTheSameVerdictWhenItIsTriedAndWhenItIsCarriedOut(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> outcomes = new TreeMap<>();
        try (ImportFixture fixture = new ImportFixture()) {
            for (int i = 0; i < FILES; i++) {
                IntStream.range(0, 2).forEach(hand -> byHand(fixture, random));
                ImportKind kind = List.copyOf(new TreeSet<>(COLUMNS.keySet())).get(i % COLUMNS.size());
                check(fixture, file(kind, random), "file " + i + " of seed " + seed, outcomes);
            }
        }

        assertThat(outcomes).as("outcomes of seed %d", seed).containsKeys("right", "wrong");
    }

    private static Upload file(ImportKind kind, Random random) {
        List<Values> columns = COLUMNS.getOrDefault(kind, List.of());
        char separator = ";,\t".charAt(random.nextInt(3));
        Stream<String> rows = IntStream.range(0, ROWS).mapToObj(row -> row(columns, random, separator));
        String text = Stream.concat(Stream.of(line(columns.stream().map(Values::title), separator)), rows)
                .collect(joining("\r\n"));
        return new Upload(kind, Format.CSV, text.getBytes(StandardCharsets.UTF_8), "an");
    }

    private static String row(List<Values> columns, Random random, char separator) {
        boolean leftEmpty = random.nextInt(3) == 0;
        return line(columns.stream().map(column -> column.any(random, leftEmpty)), separator);
    }

    private static String line(Stream<String> cells, char separator) {
        return cells.map(cell -> "\"" + cell + "\"").collect(joining(String.valueOf(separator)));
    }

    /** An entry by hand meanwhile may be refused; then nothing happens. */
    private static void byHand(ImportFixture fixture, Random random) {
        HouseholdId household = new HouseholdId(new UUID(0x7000L, random.nextInt(6)).toString());
        TeamId team = new TeamId("team-1");
        List<Command> commands = List.of(
                new RegisterHousehold(household, new UnitId("u-hamlet-1"), "HO-" + (1 + random.nextInt(20))),
                new RelocateHousehold(household, new UnitId("u-hamlet-2"), ImportFixture.DAY.plusDays(9)),
                new EndMembership(team, new MemberId("m-lan"), EndReason.MOVED_AWAY, ImportFixture.DAY.plusDays(30)),
                new EraseMemberData(
                        fixture.member("m-s1"), ErasureBasis.REQUEST_OF_THE_SUBJECT, "theo đơn của người dân"));
        try {
            fixture.send(commands.get(random.nextInt(10) == 0 ? 2 + random.nextInt(2) : random.nextInt(2)));
        } catch (RuleViolatedException | NotFoundException | AlreadyExistsException e) {
            assertThat(e).isNotNull();
        }
    }

    private static void check(ImportFixture fixture, Upload upload, String name, Map<String, Integer> outcomes) {
        Verdicts verdicts = new Verdicts();
        DryRunReport tried = fixture.imports.dryRun(upload, verdicts);
        outcomes.merge("wrong", tried.wrong(), Integer::sum);
        outcomes.merge("right", tried.rows() - tried.wrong(), Integer::sum);
        assertThat(verdicts.right()).as(name).hasSize(tried.rows() - tried.wrong());
        if (tried.wrong() > 0) {
            InvalidRowsException refused =
                    catchThrowableOfType(InvalidRowsException.class, () -> fixture.imports.carryOut(upload, false));
            assertThat(refused).as(name).isNotNull();
            assertThat(refused.report()).as(name).isEqualTo(tried);
        }
        if (verdicts.right().isEmpty()) {
            return;
        }
        ImportService.Accepted accepted = fixture.imports.carryOut(upload, true);
        PlanId plan = accepted.plan().plan();
        PlanProgressed progress = fixture.complete(plan);
        assertThat(accepted.wrong()).as(name).isEqualTo(tried.wrong());
        assertThat(rows(fixture, plan)).as("rows of %s", name).isEqualTo(verdicts.right());
        assertThat(progress.refusals()).as("refused steps of %s", name).isEmpty();
        assertThat(progress.refused()).as("refused steps of %s", name).isZero();

        Verdicts again = new Verdicts();
        var _ = fixture.imports.dryRun(upload, again);
        assertThat(again.right()).as("rows of %s that are recorded now", name).containsAll(verdicts.right());
    }

    /** The rows of the file that the plan has steps of. */
    private static Set<Integer> rows(ImportFixture fixture, PlanId plan) {
        return fixture.ledger.aggregate(PlanPart.idOf(plan, 0), 0, 1).stream()
                .map(stored -> fixture.codec.decode(
                        stored.event().type(), stored.event().payload()))
                .flatMap(part -> ((PlanPartRecorded) part).steps().stream())
                .map(PlanStep::row)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
